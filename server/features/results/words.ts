import type { ResultEntry } from '../../../shared/contract/results.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { ABSENCE_WORDS, flagWords, formatFixed } from '../../../shared/scoring/index.ts';
import type { Flag, Rules } from '../../../shared/scoring/index.ts';

const uses: Readonly<Record<string, string>> = {
  ...ABSENCE_WORDS,
  kept: '计入',
  dropped_high: '去掉的最高分',
  dropped_low: '去掉的最低分',
};

/** What became of a judge's sheet, in words. */
export const useWords = (use: string): string => uses[use] ?? use;

/**
 * What a reader of a table must not overlook about a project, in one cell.
 * @param parties of the competition, by whose names those without valid marks are called
 */
export function entryNotes({ excluded, flags, tie }: ResultEntry, parties: Settings['parties']): string {
  if (excluded) return `${excluded.kind === 'vetoed' ? '一票否决' : '退出答辩'}：${excluded.reason}`;
  const party = (id: string) => parties.find((one) => one.id === id)?.name ?? id;
  const said = flags.filter((flag) => flag !== 'shared_rank').map((flag) => flagWords(flag as Flag, party));
  return [...said, ...(tie ? [tie] : [])].join('；');
}

/** A score as tables print it: with as many decimals as the rule rounds to; a fraction stays one. */
export function printedScore(score: string | null, { round = [] }: Rules): string {
  const last = round.find(({ at }) => at === 'total') ?? round.find(({ at }) => at === 'mean');
  if (score === null) return '—';
  return last && !score.includes('/') ? formatFixed(score, last.dp) : score;
}
