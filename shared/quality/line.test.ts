import { expect, test } from 'vitest';
import { sha256 } from '../ledger/sha256-for-tests.ts';
import { rankScorebook } from '../scoring/result.ts';
import type { ScorebookFile } from '../scoring/scorebook/types.ts';
import { checked, fixture } from '../scoring/testing/fixtures.ts';
import { analyse } from './analyse.ts';
import { withoutNames } from './anonymous.ts';
import { lineByHand } from './brute-force.ts';

const words = { firm_in: '稳入选', borderline: '临界', firm_out: '稳落选' } as const;

test.each([1, 21])(
  'the model competition, line after rank %i → as when each judge’s row is taken out by hand',
  (cut) => {
    const book = fixture<ScorebookFile>('weiyuan/scorebook.json');
    const { checksum } = rankScorebook(checked(book), sha256);
    const numbers = new Map(book.judges.map(({ id }, index) => [id, index + 1]));
    const { line, entries } = analyse(
      { scorebook: withoutNames(book, numbers), checksum, cut, parties: [] },
      sha256,
    );
    const rank = new Map(entries.map((entry) => [entry.proposal, entry.rank]));
    const found = (line?.entries ?? []).map(({ proposal, best, worst, kept, standing }) => ({
      proposal,
      rank: rank.get(proposal),
      best,
      worst,
      kept,
      words: words[standing],
    }));
    const order = (a: { proposal: string }, b: { proposal: string }) => (a.proposal < b.proposal ? -1 : 1);
    expect(found.sort(order)).toEqual(lineByHand(book, cut).sort(order));
    expect(found).toHaveLength(33);
  },
);
