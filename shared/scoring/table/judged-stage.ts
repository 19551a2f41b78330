import { itemAt, valueOf } from '../item.ts';
import { exact } from '../numbers/decimal.ts';
import type { Rational } from '../numbers/rational.ts';
import { ONE } from '../numbers/rational.ts';
import { owns } from '../scorebook/reader.ts';
import type { Scorebook, Sheet } from '../scorebook/types.ts';
import { markColumn, roundedColumn, weightedTotals } from './marks.ts';
import type { ExactRules, JudgedStage, StageCriterion, TableEntry, TableJudge } from './types.ts';

interface People {
  readonly judges: readonly TableJudge[];
  readonly entries: readonly TableEntry[];
}

interface Row {
  readonly entry: number;
  readonly judge: number;
  readonly sheet: Sheet;
}

/** Lays out the sheets of one judged stage; `only` is whether sheets may leave the stage unsaid. */
export function judgedStage(
  scorebook: Scorebook,
  people: People,
  stage: { readonly id: string | null; readonly weight: Rational; readonly only: boolean },
  rules: ExactRules,
): JudgedStage {
  const terms = people.judges.length;
  const rows = rowsOf(scorebook.sheets, people, stage);
  const criteria = criteriaOf(scorebook, stage.id);
  const texts = marksOf(rows, criteria);
  const given = Uint8Array.from(texts, (text) => (text === null ? 0 : 1));
  const rubric = rubrics(people.entries, criteria);
  const complete = rowsWhere(rows, rubric, given, criteria.length, (marked, needed) => marked === needed);
  const any = rowsWhere(rows, rubric, given, criteria.length, (marked) => marked > 0);
  const marks = markColumn(texts, terms);
  const totals = weightedTotals(
    marks,
    criteria.map(({ factor }) => factor),
    terms,
  );
  const rowParty = Int32Array.from(rows, ({ judge }) => itemAt(people.judges, judge).partyIndex);
  return {
    kind: 'judged',
    id: stage.id,
    weight: stage.weight,
    criteria,
    firstRow: firstRows(rows, people.entries.length),
    judge: Int32Array.from(rows, ({ judge }) => judge),
    absent: rows.map(({ sheet }) => sheet.absent ?? null),
    rubric,
    given,
    complete,
    valid: rules.unit === 'sheet' ? complete : any,
    marks: { column: marks, perRow: criteria.length, rowParty },
    totals: { column: totals, perRow: 1, rowParty },
    roundedTotals: { column: roundedColumn(totals, rules.round.sheet, terms), perRow: 1, rowParty },
  };
}

function rowsOf(
  sheets: readonly Sheet[],
  { judges, entries }: People,
  stage: { readonly id: string | null; readonly only: boolean },
): Row[] {
  const judgeIndex = new Map(judges.map(({ id }, index) => [id, index]));
  const entryIndex = new Map(entries.map(({ id }, index) => [id, index]));
  const rows: Row[] = [];
  for (const sheet of sheets)
    if (sheet.stage === undefined ? stage.only : sheet.stage === stage.id)
      rows.push({ entry: valueOf(entryIndex, sheet.entry), judge: valueOf(judgeIndex, sheet.judge), sheet });
  const party = (row: Row): number => itemAt(judges, row.judge).partyIndex;
  return rows.sort((a, b) => a.entry - b.entry || party(a) - party(b) || a.judge - b.judge);
}

function criteriaOf({ criteria }: Scorebook, stage: string | null): StageCriterion[] {
  return criteria
    .filter((criterion) => criterion.stage === undefined || criterion.stage === stage)
    .map(({ id, track, factor }) => ({
      id,
      track: track ?? null,
      factor: factor === undefined ? ONE : exact(factor),
    }));
}

function firstRows(rows: readonly Row[], entries: number): Int32Array {
  const first = new Int32Array(entries + 1);
  for (const { entry } of rows) first[entry + 1] = itemAt(first, entry + 1) + 1;
  for (let e = 0; e < entries; e += 1) first[e + 1] = itemAt(first, e + 1) + itemAt(first, e);
  return first;
}

function marksOf(rows: readonly Row[], criteria: readonly StageCriterion[]): (string | null)[] {
  const texts: (string | null)[] = [];
  for (const { sheet } of rows)
    for (const { id } of criteria)
      texts.push(sheet.marks !== undefined && owns(sheet.marks, id) ? (sheet.marks[id] ?? null) : null);
  return texts;
}

/** One list per track, shared by its entries. */
function rubrics(entries: readonly TableEntry[], criteria: readonly StageCriterion[]): (readonly number[])[] {
  const byTrack = new Map<string | null, readonly number[]>();
  return entries.map(({ track }) => {
    const known = byTrack.get(track);
    if (known !== undefined) return known;
    const indices = criteria.flatMap((c, index) => (c.track === null || c.track === track ? [index] : []));
    byTrack.set(track, indices);
    return indices;
  });
}

/** 1 for each row whose count of given marks passes; a row without marks never does. */
function rowsWhere(
  rows: readonly Row[],
  rubric: readonly (readonly number[])[],
  given: Uint8Array,
  perRow: number,
  passes: (marked: number, needed: number) => boolean,
): Uint8Array {
  return Uint8Array.from(rows, ({ entry, sheet }, row) => {
    let marked = 0;
    for (let cell = row * perRow; cell < (row + 1) * perRow; cell += 1) marked += itemAt(given, cell);
    return sheet.marks !== undefined && passes(marked, itemAt(rubric, entry).length) ? 1 : 0;
  });
}
