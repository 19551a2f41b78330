import { exact } from '../numbers/decimal.ts';
import { formatExact } from '../numbers/format.ts';
import { compare, multiply, sum } from '../numbers/rational.ts';
import type { CellFault } from './faults.ts';
import { cellFault } from './faults.ts';
import type { Parts } from './parts.ts';

/**
 * Totals that the table states and that its own marks do not give, by plain or weighted addition. Sheets with a mark
 * missing have none.
 */
export function totalFaults({ criteria, scores }: Pick<Parts, 'criteria' | 'scores'>): CellFault[] {
  const factors = new Map(criteria.map(({ criterion }) => [criterion.id, exact(criterion.factor ?? '1')]));
  return scores.sheets.flatMap(({ sheet, total }): CellFault[] => {
    const marks = Object.entries(sheet.marks ?? {});
    const given = marks.flatMap(([id, mark]) => (mark === null ? [] : [{ id, mark: exact(mark) }]));
    if (total === null || given.length < marks.length) return [];
    const plain = sum(given.map(({ mark }) => mark));
    const weighted = sum(given.map(({ id, mark }) => multiply(mark, factors.get(id) ?? exact('1'))));
    const stated = exact(total.text);
    if (compare(stated, plain) === 0 || compare(stated, weighted) === 0) return [];
    return [cellFault(total.place, 'total_differs', { stated: total.text, sum: formatExact(plain) })];
  });
}
