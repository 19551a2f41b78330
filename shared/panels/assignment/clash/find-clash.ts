import type { MipEngine } from '../../../solver/mip.ts';
import { disjointGroups } from '../flow/groups.ts';
import type { Clash, ClashRule, Relaxation } from '../model/clash.ts';
import { rulesOf } from '../model/clash.ts';
import type { AssignmentProblem } from '../model/problem.ts';
import { engineClash } from './engine-clash.ts';
import { fewestRules } from './fewest-rules.ts';
import { flowClash } from './flow-clash.ts';
import { flowRelaxations } from './flow-relaxations.ts';
import { loneClash } from './lone-clash.ts';

/** A clash of more rules than this is not tried rule by rule for ways out. */
const MOST_RULES_TO_GIVE_UP = 20;

export interface ClashTools {
  readonly loadEngine: () => Promise<MipEngine>;
  readonly secondsLeft: () => number;
}

/** Why a problem has no answer, and what would have to give way. */
export async function findClash(
  problem: AssignmentProblem,
  { loadEngine, secondsLeft }: ClashTools,
): Promise<Clash> {
  const expired = (): boolean => secondsLeft() <= 0;
  const groups = disjointGroups(problem);
  if (groups !== null) {
    const clash = flowClash(problem, groups, expired) ?? { rules: [], smallest: false };
    return { ...clash, relaxations: flowRelaxations(problem, groups) };
  }
  const clash = engineClash(problem, await loadEngine(), secondsLeft);
  const { rules, smallest } = simpleClash(problem, expired) ?? fewestRules(rulesOf(problem), clash);
  return { rules, smallest, relaxations: givingUp(problem, rules, clash) };
}

/** A clash that needs no engine: of one proposal, or with no more than one of the overlapping quotas. */
function simpleClash(problem: AssignmentProblem, expired: () => boolean) {
  const lone = loneClash(problem);
  if (lone !== null) return { rules: lone, smallest: true };
  for (const kept of [null, ...problem.quotas.keys()]) {
    const part = { ...problem, quotas: problem.quotas.filter((_, quota) => quota === kept) };
    const clash = flowClash(part, disjointGroups(part) ?? new Int32Array(), expired);
    if (clash === null) continue;
    const rules = clash.rules.map((rule) => (rule.rule === 'quota' ? { ...rule, quota: kept ?? 0 } : rule));
    return { ...clash, rules };
  }
  return null;
}

type Clashes = (rules: readonly ClashRule[]) => boolean | null;

/** Each rule of the clash that is enough to give up; where none is, one of this clash, one of the next, and so on. */
function givingUp(problem: AssignmentProblem, rules: readonly ClashRule[], clash: Clashes): Relaxation[] {
  if (rules.length > MOST_RULES_TO_GIVE_UP) return [];
  const all = rulesOf(problem);
  const single = recusalsLast(rules).filter((rule) => clash(without(all, [rule])) === false);
  if (single.length > 0) return single.map((rule) => ({ kind: rule.rule, steps: [{ rule, change: null }] }));
  const given: ClashRule[] = [];
  for (let next = rules; next.length > 0;) {
    given.push(...recusalsLast(next).slice(0, 1));
    const kept = without(all, given);
    const stillClash = clash(kept);
    if (stillClash === null) return [];
    next = stillClash ? fewestRules(kept, clash).rules : [];
  }
  return [{ kind: 'several', steps: given.map((rule) => ({ rule, change: null })) }];
}

function recusalsLast(rules: readonly ClashRule[]): ClashRule[] {
  const isConflict = ({ rule }: ClashRule): number => Number(rule === 'conflict');
  return [...rules].sort((a, b) => isConflict(a) - isConflict(b));
}

function without(rules: readonly ClashRule[], gone: readonly ClashRule[]): ClashRule[] {
  const texts = new Set(gone.map((rule) => JSON.stringify(rule)));
  return rules.filter((rule) => !texts.has(JSON.stringify(rule)));
}
