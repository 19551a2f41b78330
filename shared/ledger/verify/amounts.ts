import Value from 'typebox/value';
import type { ScorebookFile } from '../../scoring/scorebook/types.ts';
import { formatYuan, parseYuan } from '../../units.ts';
import { SealedAmounts } from '../actions/fields.ts';
import { lastEntry } from '../known-entry.ts';
import type { KnownEntry } from '../known-entry.ts';
import type { Opening } from '../seal.ts';
import { parseCsv } from './csv.ts';
import type { VerifyFault } from './report.ts';

const path = 'funded.csv';

/** Heads of the two columns of `funded.csv` that are compared; the second may go on with its unit. */
export const fundedColumns = { project: '项目名称', amount: '拟资助金额' } as const;

/** Fen by proposal as last recorded, or null where there is no decision or its seal was not opened. */
export function decidedAmounts(
  entries: readonly KnownEntry[],
  openings: readonly Opening[],
): Readonly<Record<string, number>> | null {
  const decision = lastEntry(entries, 'decision_recorded');
  const opening = openings.find(({ seq, field }) => seq === decision?.seq && field === 'amounts');
  return opening !== undefined && Value.Check(SealedAmounts, opening.value) ? opening.value : null;
}

/** Compares the published list with the decided amounts, project by project (names as in the scorebook). */
export function amountFaults(
  csv: string,
  decided: Readonly<Record<string, number>>,
  scorebook: ScorebookFile,
): VerifyFault[] {
  const listed = listedAmounts(csv);
  if (listed === null) return [{ path, code: 'amounts_form' }];
  const names = new Map(scorebook.entries.map(({ id, name }) => [id, name ?? id]));
  const expected = Object.entries(decided).map(([id, fen]) => line(names.get(id) ?? id, fen));
  return [...oneSided(expected, listed), ...oneSided(listed, expected)]
    .map(({ name }) => name)
    .filter((name, index, all) => all.indexOf(name) === index)
    .map((name): VerifyFault => ({ path, code: 'amount_differs', name }));
}

type Line = { readonly name: string; readonly text: string };
const line = (name: string, fen: number): Line => ({ name, text: `${name} ${formatYuan(fen)}` });

/** Rows that name a project; null when the columns are not there or an amount is none. */
function listedAmounts(csv: string): Line[] | null {
  const [head = [], ...rows] = parseCsv(csv);
  const project = head.indexOf(fundedColumns.project);
  const amount = head.findIndex((cell) => cell.startsWith(fundedColumns.amount));
  if (project < 0 || amount < 0) return null;
  const lines: Line[] = [];
  for (const row of rows.filter((cells) => (cells[project] ?? '') !== '')) {
    const fen = parseYuan(row[amount] ?? '');
    if (fen === null) return null;
    lines.push(line(plainText(row[project] ?? ''), fen));
  }
  return lines;
}

/** A cell that would be a formula is written with an apostrophe before it. */
function plainText(cell: string): string {
  return cell.replace(/^'(?=[=+\-@])/, '');
}

/** Lines of `some` beyond those in `others`, each of which matches once: two projects may bear one name. */
function oneSided(some: readonly Line[], others: readonly Line[]): Line[] {
  const left = others.map(({ text }) => text);
  return some.filter(({ text }) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
