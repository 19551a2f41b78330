import { leastCommonMultiple } from '../../scoring/numbers/rational.ts';
import type { Rational } from '../../scoring/numbers/rational.ts';
import type { Fault } from '../../scoring/scorebook/faults.ts';
import type { JsonObject, Shape } from '../../scoring/scorebook/reader.ts';
import { Reader } from '../../scoring/scorebook/reader.ts';
import type { Budget, GroupLimit } from '../limits.ts';
import { totalOf } from '../limits.ts';
import { FUNDING_RULES } from '../problem.ts';
import type { FundingProblem } from '../problem.ts';
import { MoneyReader } from './money-reader.ts';
import { readWhole } from '../../scoring/scorebook/number-reader.ts';
import type { ReadLimit, ReadProject } from './parts-reader.ts';
import { readLimit, readProject, readScore } from './parts-reader.ts';

const FILE: Shape = {
  format: 'optional',
  budgets: 'required',
  projects: 'required',
  rule: 'required',
  floors: 'optional',
  caps: 'optional',
  count: 'optional',
  line: 'optional',
};
const BUDGET: Shape = { id: 'required', name: 'optional', amount: 'required' };
const PROJECT: Shape = {
  id: 'required',
  name: 'optional',
  score: 'required',
  costs: 'optional',
  amount: 'optional',
  track: 'optional',
  community: 'optional',
  minimum: 'optional',
};

export type ParsedFunding =
  | { readonly ok: true; readonly problem: FundingProblem }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Checks a parsed JSON value against `funding/1` (DESIGN §7): the problem, or every fault with its path. Left out: a
 * cost is 0, a minimum is all that is asked for, there are no floors, no caps, no greatest count and no line.
 */
export function parseFunding(json: unknown): ParsedFunding {
  const reader = new Reader();
  const file = reader.record(json, '', FILE);
  if (file === null) return { ok: false, faults: reader.faults };
  reader.oneOf(file.format, 'format', ['funding/1']);
  const problem = readProblem(reader, file);
  return reader.faults.length > 0 ? { ok: false, faults: reader.faults } : { ok: true, problem };
}

function readProblem(reader: Reader, file: JsonObject): FundingProblem {
  const money = new MoneyReader(reader);
  const budgets = reader.byId(file.budgets, 'budgets', BUDGET, (item, path) => ({
    ...readNamed(reader, item, path),
    amount: money.read(item.amount, `${path}.amount`),
  }));
  const ids = [...budgets.keys()];
  const projects = [
    ...reader
      .byId(file.projects, 'projects', PROJECT, (item, path) => readProject(reader, money, item, path, ids))
      .values(),
  ];
  const limits = (key: 'floors' | 'caps') =>
    reader.list(file[key], key, (item, path) => readLimit(reader, money, item, path));
  const [floors, caps] = [limits('floors'), limits('caps')];
  const line = file.line === null ? null : readScore(reader, file.line, 'line');
  const point = commonDenominator([...projects.map(({ score }) => score), line]);
  const problem = {
    rule: reader.oneOf(file.rule, 'rule', FUNDING_RULES) ?? 'stop',
    projects: projects.map((project) => inUnits(project, money, point)),
    limits: {
      budgets: [...budgets.values()].map((budget): Budget => ({
        ...budget,
        amount: money.units(budget.amount),
      })),
      floors: floors.map((floor) => limitInUnits(floor, money)),
      caps: caps.map((cap) => limitInUnits(cap, money)),
      count: file.count === null ? null : readWhole(reader, file.count, 'count', 0),
    },
    line: line === null ? null : units(line, point),
    point,
    places: money.places,
  };
  money.checkSum(
    problem.projects.flatMap(({ costs }) => costs),
    'projects',
  );
  money.checkSum(
    problem.limits.budgets.map(({ amount }) => amount),
    'budgets',
  );
  return problem;
}

function readNamed(reader: Reader, item: JsonObject, path: string): { id: string; name: string } {
  const id = typeof item.id === 'string' ? item.id : '';
  return { id, name: reader.text(item.name, `${path}.name`) ?? id };
}

function inUnits(
  project: ReadProject,
  money: MoneyReader,
  point: bigint,
): FundingProblem['projects'][number] {
  const { id, track, community } = project;
  const costs = project.costs.map((cost) => money.units(cost));
  const asked = totalOf(costs);
  return {
    id,
    track,
    community,
    costs,
    minimum: project.minimum === null ? asked : Math.min(asked, Math.max(1, money.units(project.minimum))),
    score: units(project.score ?? NONE, point),
  };
}

const NONE: Rational = { n: 0n, d: 1n };

const units = ({ n, d }: Rational, point: bigint): bigint => n * (point / d);

const commonDenominator = (scores: readonly (Rational | null)[]): bigint =>
  scores.reduce((common, score) => (score === null ? common : leastCommonMultiple(common, score.d)), 1n);

const limitInUnits = ({ amount, ...limit }: ReadLimit, money: MoneyReader): GroupLimit =>
  limit.measure === 'count' ? limit : { ...limit, value: money.units(amount) };
