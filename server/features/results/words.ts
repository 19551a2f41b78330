import type { ResultEntry } from '../../../shared/contract/results.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { ABSENCE_WORDS, flagWords, formatFixed } from '../../../shared/scoring/index.ts';
import type { Flag, Rules, Step } from '../../../shared/scoring/index.ts';

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
export function entryNotes(
  { excluded, flags, tie, steps }: Pick<ResultEntry, 'excluded' | 'flags' | 'tie' | 'steps'>,
  parties: Settings['parties'],
): string {
  if (excluded) return `${excluded.kind === 'vetoed' ? '一票否决' : '退出答辩'}：${excluded.reason}`;
  const party = (id: string) => parties.find((one) => one.id === id)?.name ?? id;
  const said = flags.filter((flag) => flag !== 'shared_rank').map((flag) => flagWords(flag as Flag, party));
  return [...besideWords(steps as Step[]), ...said, ...(tie ? [tie] : [])].join('；');
}

/** What counted beside the judges' marks: votes with their points, then each 加减分 with its reason. */
function besideWords(steps: readonly Step[]): string[] {
  return steps.flatMap((step) => {
    if (step.step === 'votes' && step.value !== null)
      return [`${step.stage ?? '大众投票'}${step.count ?? 0}票，计${shortPoints(step.value)}分`];
    if (step.step !== 'adjust') return [];
    const sign = step.points.startsWith('-') ? `减${step.points.slice(1)}` : `加${step.points}`;
    return [`${sign}分${step.reason === null ? '' : `（${step.reason}）`}`];
  });
}

const shortPoints = (value: string): string => (value.includes('/') ? `约${formatFixed(value, 2)}` : value);

/** A score as tables print it: with as many decimals as the rule rounds to; a fraction stays one. */
export function printedScore(score: string | null, { round = [] }: Rules): string {
  const last = round.find(({ at }) => at === 'total') ?? round.find(({ at }) => at === 'mean');
  if (score === null) return '—';
  return last && !score.includes('/') ? formatFixed(score, last.dp) : score;
}
