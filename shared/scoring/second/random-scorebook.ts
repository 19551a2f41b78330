import type { GeneratorValue } from 'fast-check';
import * as fc from 'fast-check';
import { ROUNDING_MODES } from '../numbers/round.ts';
import type {
  Criterion,
  Entry,
  Judge,
  Rules,
  ScorebookFile,
  Sheet,
  Stage,
  TieRule,
  Trim,
} from '../scorebook/types.ts';
import { ABSENCES, COMBINATIONS, ROUNDING_PLACES, UNITS } from '../scorebook/types.ts';

type Gen = GeneratorValue;

const upTo = (g: Gen, max: number, min = 0): number => g(fc.integer, { min, max });
const chance = (g: Gen, percent: number): boolean => upTo(g, 99) < percent;
const oneOf = <T>(g: Gen, items: readonly T[]): T => items[upTo(g, items.length - 1)] as T;
const some = <T>(g: Gen, items: readonly T[], percent: number): T[] => items.filter(() => chance(g, percent));
const named = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const PARTIES = ['x', 'y', 'z'] as const;
const TRACKS = ['t', 'u'] as const;

/** Any faultless scorebook: small, with few distinct marks so that ties are common, every rule now and then. */
export const randomScorebook: fc.Arbitrary<ScorebookFile> = fc.gen().map(makeScorebook);

/** Such a scorebook of the county's kind: one stage, one panel, unit `sheet`. */
export const randomCountyScorebook: fc.Arbitrary<ScorebookFile> = fc.gen().map((g): ScorebookFile => {
  const { rules, ...book } = makeScorebook(g);
  const criteria = named(upTo(g, 3, 1), (i): Criterion => ({ id: `c${i}`, max: '10', step: '0.5' }));
  const ties: TieRule[] = some(g, [{ criterion: 'c0' }, 'untrimmed_mean', 'median'], 50);
  const { quorum = 1, round = [] } = rules;
  return {
    ...book,
    criteria,
    entries: book.entries.map(({ id }) => ({ id })),
    sheets: book.entries.flatMap((entry) =>
      some(g, book.judges, 90).map(({ id }) => ({
        judge: id,
        entry: entry.id,
        marks: Object.fromEntries(criteria.map((c) => [c.id, String(upTo(g, 20) / 2)])),
      })),
    ),
    votes: [],
    adjustments: [],
    rules: { unit: 'sheet', combine: 'mean', trim: makeTrim(g, false), quorum, round, ties },
  };
});

function makeScorebook(g: Gen): ScorebookFile {
  const stages = makeStages(g);
  const judged = stages?.filter(({ votes }) => votes === undefined).map(({ id }) => id) ?? [];
  const tracks = chance(g, 30);
  const parties = chance(g, 40);
  const criteria = named(upTo(g, 4, 1), (i) => makeCriterion(g, i, judged, tracks));
  const entries = named(upTo(g, 6), (i) => makeEntry(g, i, tracks));
  const judges = named(upTo(g, 7, 1), (i): Judge =>
    parties || chance(g, 50) ? { id: `j${i}`, party: oneOf(g, PARTIES) } : { id: `j${i}` },
  );
  const rules = makeRules(g, { stages, parties, criteria, entries, judges });
  return {
    format: 'scorebook/1',
    criteria,
    judges,
    entries,
    sheets: (stages === null ? [undefined] : judged).flatMap((stage) =>
      entries.flatMap((entry) =>
        some(g, judges, 85).map((judge) => makeSheet(g, judge, entry, stage, criteria, judged.length === 1)),
      ),
    ),
    rules,
    votes: (stages ?? []).flatMap(({ id, votes }) =>
      votes ? some(g, entries, 90).map((entry) => ({ stage: id, entry: entry.id, count: upTo(g, 4) })) : [],
    ),
    adjustments: some(g, entries, 20).map(({ id }) => ({
      entry: id,
      points: oneOf(g, ['1', '-0.5', '0.25']),
      reason: '示例',
    })),
  };
}

function makeStages(g: Gen): Stage[] | null {
  if (chance(g, 60)) return null;
  const weight = (): string => oneOf(g, ['0.4', '1', '0.15', '1/3']);
  const stages = named(upTo(g, 2, 1), (i): Stage => ({ id: `s${i}`, weight: weight() }));
  if (chance(g, 30)) stages.push({ id: 'v', weight: weight(), votes: { by: 'percent' } });
  if (chance(g, 30))
    stages.push({ id: 'w', weight: weight(), votes: { by: 'rank', table: ['10', '9.5', '9'] } });
  return stages;
}

/** The first criterion is for every stage and track, so that no sheet is empty. */
function makeCriterion(g: Gen, i: number, judged: readonly string[], tracks: boolean): Criterion {
  const stage = i > 0 && judged.length > 0 && chance(g, 40) ? { stage: oneOf(g, judged) } : {};
  const track = i > 0 && tracks && chance(g, 40) ? { track: oneOf(g, TRACKS) } : {};
  const factor = chance(g, 50) ? { factor: oneOf(g, ['0.35', '1.6', '2/3', '0', '1']) } : {};
  return { id: `c${i}`, max: '10', step: '0.25', ...stage, ...track, ...factor };
}

function makeEntry(g: Gen, i: number, tracks: boolean): Entry {
  const track = tracks && chance(g, 80) ? { track: oneOf(g, TRACKS) } : {};
  const excluded = chance(g, 10) ? { excluded: { kind: oneOf(g, ['withdrawn', 'vetoed'] as const) } } : {};
  return { id: `p${i}`, ...track, ...excluded };
}

function makeSheet(
  g: Gen,
  judge: Judge,
  entry: Entry,
  stage: string | undefined,
  criteria: readonly Criterion[],
  only: boolean,
): Sheet {
  const place = stage === undefined || (only && chance(g, 50)) ? {} : { stage };
  const who = { judge: judge.id, entry: entry.id, ...place };
  if (chance(g, 10)) return { ...who, absent: oneOf(g, ABSENCES) };
  const mine = criteria.filter(
    (c) => (c.stage === undefined || c.stage === stage) && (c.track === undefined || c.track === entry.track),
  );
  const mark = (): string | null =>
    chance(g, 5) ? null : oneOf(g, ['8', '8.25', '8.5', '8.75', '9.0', '3']);
  return { ...who, marks: Object.fromEntries(mine.map(({ id }) => [id, mark()])) };
}

type Parts = {
  readonly stages: readonly Stage[] | null;
  readonly parties: boolean;
  readonly criteria: readonly Criterion[];
  readonly entries: readonly Entry[];
  readonly judges: readonly Judge[];
};

function makeRules(g: Gen, parts: Parts): Rules {
  const { stages, parties } = parts;
  return {
    unit: oneOf(g, UNITS),
    combine: oneOf(g, COMBINATIONS),
    trim: makeTrim(g, parties),
    parties: parties ? PARTIES.map((id) => ({ id, weight: oneOf(g, ['0.6', '0.4', '1/3']) })) : null,
    quorum: upTo(g, 3, 1),
    ...(stages === null ? {} : { stages }),
    line: chance(g, 50) ? '8' : null,
    round: some(g, ROUNDING_PLACES, 40).map((at) => ({ at, dp: upTo(g, 2), mode: oneOf(g, ROUNDING_MODES) })),
    ties: makeTies(g, parts),
  };
}

function makeTrim(g: Gen, parties: boolean): Trim | null {
  if (chance(g, 30)) return null;
  const high = upTo(g, 2);
  const low = upTo(g, 2);
  const within = parties ? { within: oneOf(g, ['panel', 'party'] as const) } : {};
  return { high, low, min_valid: high + low + upTo(g, 3, 1), ...within };
}

function makeTies(g: Gen, { stages, criteria, entries, judges }: Parts): TieRule[] {
  const parties = judges.flatMap(({ party }) => party ?? []);
  const possible: TieRule[] = [
    'untrimmed_mean',
    'median',
    ...criteria.map(({ id }) => ({ criterion: id })),
    ...(stages ?? []).map(({ id }) => ({ stage: id })),
    ...parties.map((party) => ({ party })),
    { lot: some(g, entries, 90).map(({ id }) => id) },
    { decision: some(g, entries, 60).map(({ id }) => id) },
  ];
  return named(upTo(g, 3), () => oneOf(g, possible));
}
