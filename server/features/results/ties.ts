import { ContractError } from '../../../shared/contract/errors.ts';
import type { Result } from '../../../shared/contract/results.ts';
import { tieRuleWords } from '../../../shared/scoring/explain/tie-words.ts';
import type { EntryResult, Names, ScoreResult } from '../../../shared/scoring/index.ts';

/** Ranks still shared after every tie rule, each with its projects. */
export function openTies({ entries }: ScoreResult): Result['openTies'] {
  const groups = new Map<number, string[]>();
  for (const { id, rank, flags } of entries)
    if (rank !== null && flags.includes('shared_rank')) groups.set(rank, [...(groups.get(rank) ?? []), id]);
  return [...groups].map(([rank, proposals]) => ({ rank, proposals }));
}

/**
 * Checks that an order of the panel is about one open tie as a whole.
 * @throws ContractError invalid_input
 */
export function checkTieOrder(result: ScoreResult, order: readonly string[]): void {
  const wanted = [...order].sort().join();
  if (openTies(result).some(({ proposals }) => [...proposals].sort().join() === wanted)) return;
  throw new ContractError('invalid_input', {
    fields: [{ path: 'order', message: '请把并列同一名次的项目全部排出先后，不多也不少' }],
  });
}

/** How a project with the score of another got its rank; empty where there was no other. */
export function tieSentence({ rank, flags, steps }: EntryResult, names: Names): string {
  if (flags.includes('shared_rank')) return `名次并列第${rank ?? ''}`;
  const deciding = steps.findLast((step) => step.step === 'tie' && step.decided);
  return deciding?.step === 'tie' ? `同分，${tieRuleWords(deciding.rule, names)}` : '';
}
