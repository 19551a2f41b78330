import { itemAt, valueOf } from '../item.ts';
import type { Column } from '../numbers/column.ts';
import { columnOf } from '../numbers/column.ts';
import { exact } from '../numbers/decimal.ts';
import type { Rational } from '../numbers/rational.ts';
import { ONE } from '../numbers/rational.ts';
import { round } from '../numbers/round.ts';
import type { Scorebook, Sheet } from '../scorebook/types.ts';
import { owns } from '../scorebook/reader.ts';
import { markColumn, weightedTotals } from './marks.ts';
import type { JudgedStage, Roundings, StageCriterion, TableEntry, TableJudge } from './types.ts';

interface Row {
  readonly entry: number;
  readonly judge: number;
  readonly sheet: Sheet;
}

/** Lays out the sheets of one judged stage; `only` is whether sheets may leave the stage unsaid. */
export function judgedStage(
  scorebook: Scorebook,
  people: { readonly judges: readonly TableJudge[]; readonly entries: readonly TableEntry[] },
  stage: { readonly id: string | null; readonly weight: Rational; readonly only: boolean },
  roundings: Roundings,
): JudgedStage {
  const { judges, entries } = people;
  const rows = rowsOf(scorebook.sheets, people, stage);
  const criteria = scorebook.criteria.flatMap((c): StageCriterion[] =>
    c.stage === undefined || c.stage === stage.id
      ? [{ id: c.id, track: c.track ?? null, factor: c.factor === undefined ? ONE : exact(c.factor) }]
      : [],
  );
  const texts = rows.flatMap(({ sheet }) => criteria.map(({ id }) => markOf(sheet, id)));
  const marks = markColumn(texts, judges.length);
  const totals = weightedTotals(
    marks,
    criteria.map((c) => c.factor),
    judges.length,
  );
  return {
    kind: 'judged',
    id: stage.id,
    weight: stage.weight,
    criteria,
    firstRow: firstRows(rows, entries.length),
    judge: Int32Array.from(rows, (row) => row.judge),
    absent: rows.map((row) => row.sheet.absent ?? null),
    marks,
    given: Uint8Array.from(texts, (text) => (text === null ? 0 : 1)),
    complete: Uint8Array.from(rows, ({ entry, sheet }) =>
      isComplete(sheet, criteria, itemAt(entries, entry).track) ? 1 : 0,
    ),
    totals,
    roundedTotals: roundTotals(totals, roundings, judges.length),
  };
}

function rowsOf(
  sheets: readonly Sheet[],
  { judges, entries }: { readonly judges: readonly TableJudge[]; readonly entries: readonly TableEntry[] },
  stage: { readonly id: string | null; readonly only: boolean },
): Row[] {
  const judgeIndex = new Map(judges.map(({ id }, index) => [id, index]));
  const entryIndex = new Map(entries.map(({ id }, index) => [id, index]));
  const rows = sheets.flatMap((sheet): Row[] => {
    const here = sheet.stage === undefined ? stage.only : sheet.stage === stage.id;
    return here
      ? [{ entry: valueOf(entryIndex, sheet.entry), judge: valueOf(judgeIndex, sheet.judge), sheet }]
      : [];
  });
  const party = (row: Row): number => itemAt(judges, row.judge).partyIndex;
  return rows.sort((a, b) => a.entry - b.entry || party(a) - party(b) || a.judge - b.judge);
}

function firstRows(rows: readonly Row[], entries: number): Int32Array {
  const first = new Int32Array(entries + 1);
  for (const { entry } of rows) first[entry + 1] = itemAt(first, entry + 1) + 1;
  for (let e = 0; e < entries; e += 1) first[e + 1] = itemAt(first, e + 1) + itemAt(first, e);
  return first;
}

function markOf({ marks }: Sheet, criterion: string): string | null {
  return marks !== undefined && owns(marks, criterion) ? (marks[criterion] ?? null) : null;
}

function isComplete(sheet: Sheet, criteria: readonly StageCriterion[], track: string | null): boolean {
  return (
    sheet.marks !== undefined &&
    criteria.every((c) => (c.track !== null && c.track !== track) || markOf(sheet, c.id) !== null)
  );
}

function roundTotals(totals: Column, { sheet: rounding }: Roundings, terms: number): Column {
  if (rounding === undefined) return totals;
  const rounded = Array.from<number | bigint, bigint>(
    totals.integers,
    (n) => round({ n: BigInt(n), d: totals.scale }, rounding.dp, rounding.mode).n,
  );
  return columnOf(rounded, 10n ** BigInt(rounding.dp), terms);
}
