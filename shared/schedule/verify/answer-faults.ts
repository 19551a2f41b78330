import type { ScheduleAnswer, ScheduleModel } from '../model.ts';
import { brokenRules } from './broken-rules.ts';
import { brokenRuleWords } from './words.ts';

/**
 * What is wrong with an answer, in sentences; empty: nothing. Every rule of the plan, every proposal named exactly
 * once, a reason for each that is not placed, and a bound that agrees with the status.
 */
export function answerFaults(
  model: ScheduleModel,
  { status, bound, placements, unplaced }: ScheduleAnswer,
): string[] {
  const words = brokenRuleWords(model);
  const rules = brokenRules(placements, model);
  const broken = placements.flatMap((placement, index) =>
    (rules[index] ?? []).map((rule) => words(placement, rule)),
  );
  const named = [...placements, ...unplaced].map(({ proposal }) => proposal);
  const times = new Map<string, number>();
  for (const id of named) times.set(id, (times.get(id) ?? 0) + 1);
  const known = new Set(model.proposals.map(({ id }) => id));
  return [
    ...broken,
    ...[...known].filter((id) => !times.has(id)).map((id) => `项目“${id}”既没有排入也没有说明原因。`),
    ...[...times].filter(([, count]) => count > 1).map(([id]) => `项目“${id}”写了不止一次。`),
    ...unplaced
      .filter(({ proposal }) => !known.has(proposal))
      .map(({ proposal }) => `没有编号为“${proposal}”的项目。`),
    ...unplaced
      .filter(({ reason }) => reason === '')
      .map(({ proposal }) => `项目“${proposal}”未排入，缺原因。`),
    ...(bound < placements.length ? [`上界 ${bound} 小于已排入的 ${placements.length} 项。`] : []),
    ...(bound > known.size ? [`上界 ${bound} 大于项目总数 ${known.size}。`] : []),
    ...(status === 'optimal' && bound !== placements.length ? ['写明最优，但排入的个数没有达到上界。'] : []),
  ];
}
