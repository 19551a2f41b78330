import type { Fault } from '../../../scoring/scorebook/faults.ts';
import { childPath } from '../../../scoring/scorebook/path.ts';
import type { JsonObject, Shape } from '../../../scoring/scorebook/reader.ts';
import { Reader } from '../../../scoring/scorebook/reader.ts';
import { fitTable } from '../model/fit.ts';
import type { AssignmentProblem, Quota } from '../model/problem.ts';
import { readWhole } from '../../../scoring/scorebook/number-reader.ts';
import { readFit } from './read-fit.ts';

const FILE: Shape = {
  format: 'optional',
  judges: 'required',
  proposals: 'required',
  fit: 'required',
  conflicts: 'optional',
  quotas: 'optional',
  objective: 'optional',
};
const JUDGE: Shape = {
  id: 'required',
  name: 'optional',
  min: 'optional',
  max: 'required',
  attributes: 'optional',
};
const PROPOSAL: Shape = { id: 'required', name: 'optional', judges: 'required' };
const CONFLICT: Shape = { judge: 'required', proposal: 'required' };
const QUOTA: Shape = { attribute: 'required', min: 'required' };

const MOST = 1_000_000;
/** The search keeps the quotas of a judge as bits of one number. */
const MOST_QUOTAS = 30;

export type ParsedAssignment =
  | { readonly ok: true; readonly problem: AssignmentProblem }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Checks a parsed JSON value against `assignment/1` (DESIGN §7): the problem, or every fault with its path. Left out:
 * a judge's `min` is 0 and has no attributes, there are no conflicts and no quotas, the objective is `total`.
 */
export function parseAssignment(json: unknown): ParsedAssignment {
  const reader = new Reader();
  const file = reader.record(json, '', FILE);
  if (file === null) return { ok: false, faults: reader.faults };
  reader.oneOf(file.format, 'format', ['assignment/1']);
  const problem = readProblem(reader, file);
  return reader.faults.length > 0 ? { ok: false, faults: reader.faults } : { ok: true, problem };
}

function readProblem(reader: Reader, file: JsonObject): AssignmentProblem {
  const judges = [
    ...reader.byId(file.judges, 'judges', JUDGE, (item, path) => readJudge(reader, item, path)).values(),
  ];
  const proposals = [
    ...reader
      .byId(file.proposals, 'proposals', PROPOSAL, (item, path) => ({
        ...readNamed(reader, item, path),
        need: readWhole(reader, item.judges, `${path}.judges`, 1, MOST) ?? 1,
      }))
      .values(),
  ];
  const digits = readFit(reader, file.fit, lengthOf(file.judges), lengthOf(file.proposals));
  const conflicts = readConflicts(reader, file.conflicts, judges, proposals);
  const quotas = readQuotas(reader, file.quotas, judges);
  const barred = new Uint8Array(judges.length * proposals.length);
  for (const { judge, proposal } of conflicts) barred[proposal * judges.length + judge] = 1;
  return {
    judges: judges.map(({ id, name }) => ({ id, name })),
    proposals: proposals.map(({ id, name }) => ({ id, name })),
    need: Int32Array.from(proposals, ({ need }) => need),
    min: Int32Array.from(judges, ({ min }) => min),
    max: Int32Array.from(judges, ({ max }) => max),
    fit: fitTable(digits, greatestUnit(judges.length, proposals.length, quotas.length)),
    conflicts,
    barred,
    quotas,
    objective: reader.oneOf(file.objective, 'objective', ['total', 'fair'] as const) ?? 'total',
  };
}

/**
 * The greatest fit in whole units with which every sum along a path through all nodes of the network (proposals, their
 * quotas, judges) stays well inside what a double holds exactly.
 */
const greatestUnit = (judges: number, proposals: number, quotas: number): number =>
  Math.floor(2 ** 50 / (proposals * (quotas + 1) + judges + 2));

function readNamed(reader: Reader, item: JsonObject, path: string): { id: string; name: string } {
  const id = typeof item.id === 'string' ? item.id : '';
  return { id, name: reader.text(item.name, `${path}.name`) ?? id };
}

function readJudge(reader: Reader, item: JsonObject, path: string) {
  const min = readWhole(reader, item.min, `${path}.min`, 0, MOST) ?? 0;
  const max = readWhole(reader, item.max, `${path}.max`, 0, MOST) ?? MOST;
  if (min > max) reader.report(`${path}.min`, 'least_above_most', { min: String(min), max: String(max) });
  const attributes = reader.list(item.attributes, `${path}.attributes`, (value, here) =>
    reader.text(value, here),
  );
  return { ...readNamed(reader, item, path), min, max, attributes };
}

function readConflicts(
  reader: Reader,
  value: unknown,
  judges: readonly { readonly id: string }[],
  proposals: readonly { readonly id: string }[],
) {
  const judgeAt = new Map(judges.map(({ id }, index) => [id, index]));
  const proposalAt = new Map(proposals.map(({ id }, index) => [id, index]));
  return reader.list(value, 'conflicts', (item, path) => {
    const object = reader.record(item, path, CONFLICT);
    if (object === null) return null;
    const judge = readIndex(reader, object.judge, `${path}.judge`, judgeAt, ['评委', 'judge']);
    const proposal = readIndex(reader, object.proposal, `${path}.proposal`, proposalAt, ['项目', 'proposal']);
    return judge === null || proposal === null ? null : { judge, proposal };
  });
}

function readIndex(
  reader: Reader,
  value: unknown,
  path: string,
  known: ReadonlyMap<string, number>,
  [kind, kind_en]: readonly [string, string],
): number | null {
  const id = reader.text(value, path);
  if (id === null) return null;
  return known.get(id) ?? reader.report(path, 'unknown_reference', { id, kind, kind_en });
}

function readQuotas(
  reader: Reader,
  value: unknown,
  judges: readonly { readonly attributes: readonly string[] }[],
): Quota[] {
  const first = new Map<string, string>();
  const quotas = reader.list(value, 'quotas', (item, path) => {
    const object = reader.record(item, path, QUOTA);
    if (object === null) return null;
    const attribute = reader.text(object.attribute, `${path}.attribute`);
    const min = readWhole(reader, object.min, `${path}.min`, 0, MOST);
    if (attribute === null || min === null) return null;
    const earlier = first.get(attribute);
    if (earlier !== undefined) return reader.report(`${path}.attribute`, 'duplicate', { first: earlier });
    first.set(attribute, childPath(path, 'attribute'));
    const holders = Uint8Array.from(judges, ({ attributes }) => Number(attributes.includes(attribute)));
    return { attribute, min, holders };
  });
  if (quotas.length > MOST_QUOTAS) reader.report('quotas.length', 'too_great', { max: String(MOST_QUOTAS) });
  return quotas.filter(({ min }) => min > 0);
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
