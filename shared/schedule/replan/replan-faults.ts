import { brokenRules } from '../verify/broken-rules.ts';
import { brokenRuleWords } from '../verify/words.ts';
import type { Replan } from './plan.ts';
import { replanModel, slotOrder } from './replan-model.ts';
import type { ReplanTask } from './replan.ts';

/**
 * What is wrong with a re-plan, in sentences; empty: nothing. Holds it against the published plan and the facts, not
 * against the search: the past untouched, the announced kept, nobody before the present or before they come, numbers
 * as printed, every rule kept, every change listed.
 */
export function replanFaults(task: ReplanTask, { placements, moved, seats }: Replan): string[] {
  const { plan, now } = task;
  const after = replanModel(task.model, plan, now, new Set(task.announced), task.facts);
  const order = slotOrder(task.model);
  const next = new Map(placements.map((placement) => [placement.proposal, placement]));
  const published = new Map(plan.map((placement) => [placement.proposal, placement]));
  const movedTo = new Map(moved.map(({ proposal, to }) => [proposal, to]));
  const faults: string[] = [];
  for (const from of plan) {
    const { proposal, number } = from;
    const to = next.get(proposal);
    const name = `${number} 号项目“${proposal}”`;
    if (after.gone.has(proposal)) {
      if (to !== undefined) faults.push(`${name}已不答辩，却仍排着。`);
      continue;
    }
    const stays = to?.day === from.day && to.slot === from.slot && to.room === from.room;
    if (after.past.has(proposal) && !(stays && same(to.judges, from.judges)))
      faults.push(`${name}已经开始，不能改动。`);
    if (to !== undefined && to.number !== number) faults.push(`${name}换了顺序号。`);
    if (to !== undefined && !stays && order(to) < order(now)) faults.push(`${name}被排到现在以前。`);
    if (stays === movedTo.has(proposal)) faults.push(`${name}的改动没有如实列出。`);
    if (movedTo.has(proposal) && !sameSpot(movedTo.get(proposal) ?? null, to ?? null))
      faults.push(`${name}列出的新安排与计划不符。`);
    for (const [role, judge] of Object.entries(to?.judges ?? {})) {
      const listed = seats.some(
        (each) => each.proposal === proposal && each.role === role && each.to === judge,
      );
      if (listed !== (judge !== from.judges[role])) faults.push(`${name}“${role}”的换人没有如实列出。`);
    }
  }
  for (const { proposal, number } of placements)
    if (!published.has(proposal)) faults.push(`${number} 号项目“${proposal}”原来没有排。`);
  const words = brokenRuleWords(after.model);
  const rules = brokenRules(placements, after.model);
  for (const [index, placement] of placements.entries())
    if (!after.past.has(placement.proposal))
      faults.push(...(rules[index] ?? []).map((rule) => words(placement, rule)));
  return faults;
}

const same = (one: Readonly<Record<string, string>>, two: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(two).sort());

const sameSpot = (one: { day: string; slot: number; room: string } | null, two: typeof one): boolean =>
  one === null || two === null
    ? one === two
    : one.day === two.day && one.slot === two.slot && one.room === two.room;
