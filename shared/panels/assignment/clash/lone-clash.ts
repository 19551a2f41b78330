import type { ClashRule } from '../model/clash.ts';
import { rulesOf } from '../model/clash.ts';
import type { AssignmentProblem } from '../model/problem.ts';
import { bestPanelOf } from '../verify/best-panel.ts';
import { fewestRules } from './fewest-rules.ts';

/** Rules that leave one proposal without a panel even if it had all judges to itself; null: every proposal has one. */
export function loneClash(problem: AssignmentProblem): readonly ClashRule[] | null {
  for (const proposal of problem.proposals.keys()) {
    const clash = (rules: readonly ClashRule[]): boolean => !hasPanel(problem, proposal, rules);
    const rules = rulesOf(problem).filter(
      (rule) =>
        rule.rule === 'quota' ||
        ((rule.rule === 'need' || rule.rule === 'conflict') && rule.proposal === proposal),
    );
    if (clash(rules)) return fewestRules(rules, clash).rules;
  }
  return null;
}

function hasPanel(
  { judges, quotas, need }: AssignmentProblem,
  proposal: number,
  rules: readonly ClashRule[],
): boolean {
  const barred = new Set(rules.flatMap((rule) => (rule.rule === 'conflict' ? [rule.judge] : [])));
  const kept = quotas.filter((_, quota) =>
    rules.some((rule) => rule.rule === 'quota' && rule.quota === quota),
  );
  const allowed = [...judges.keys()].filter((judge) => !barred.has(judge));
  if (!rules.some(({ rule }) => rule === 'need'))
    return kept.every(({ min, holders }) => allowed.filter((judge) => holders[judge] === 1).length >= min);
  const values = judges.map((_, judge) => (barred.has(judge) ? null : 0n));
  const bestPanel = bestPanelOf(kept, judges.length);
  return bestPanel === null || bestPanel(values, need[proposal] ?? 0) !== null;
}
