import type { Spots } from '../grid/board.ts';
import type { Grid } from '../grid/grid.ts';
import type { Unplaced } from '../model.ts';
import { aloneCause } from './alone.ts';
import { cheapestRelaxation } from './relaxation.ts';
import { aloneWords, relaxationWords } from './words.ts';

/**
 * A reason for every proposal that is not placed: what it lacks even alone, or that others stand in the way, and the
 * least that would have to change.
 * @param others why not everything can be placed, as a sentence
 */
export function unplacedReasons(grid: Grid, spots: Spots, others: string): Unplaced[] {
  const words = relaxationWords(grid.model);
  return grid.model.proposals.flatMap(({ id }, proposal): Unplaced[] => {
    if (spots[proposal]) return [];
    const alone = aloneCause(grid, proposal);
    const relaxation = cheapestRelaxation(grid, spots, proposal);
    const reason = `${alone === null ? others : aloneWords(alone)}${relaxation === null ? '' : words(relaxation)}`;
    return [{ proposal: id, reason }];
  });
}
