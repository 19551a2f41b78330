import { sha256 } from '../../ledger/sha256-for-tests.ts';
import { rankScorebook } from '../result.ts';
import type { ScorebookFile } from '../scorebook/types.ts';
import { secondResult } from '../second/calculator.ts';
import { checked } from './fixtures.ts';

export type Brief = [id: string, rank: number | null, score: string | null];

/**
 * Id, rank and score of every entry, in the order of the answer. Throws if the second calculator says otherwise, so
 * that every case of every test is tried on both.
 */
export function ranking(file: ScorebookFile): Brief[] {
  const { entries } = rankScorebook(checked(file), sha256);
  const second = new Map(secondResult(file).map((result) => [result.id, result]));
  for (const { id, rank, score, valid } of entries) {
    const other = second.get(id);
    if (other?.rank !== rank || other.score !== score || other.valid !== valid)
      throw new Error(
        `the second calculator disagrees: ${JSON.stringify([{ id, rank, score, valid }, other])}`,
      );
  }
  return entries.map(({ id, rank, score }) => [id, rank, score]);
}
