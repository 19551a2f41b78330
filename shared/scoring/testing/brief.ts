import { sha256 } from '../../ledger/sha256-for-tests.ts';
import { rankScorebook } from '../result.ts';
import { checked } from './fixtures.ts';

/** Id, rank and score of every entry of a scorebook file, in the order of the answer. */
export function ranking(file: unknown): [string, number | null, string | null][] {
  return rankScorebook(checked(file), sha256).entries.map(({ id, rank, score }) => [id, rank, score]);
}
