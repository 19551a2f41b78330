import type { PlannedProject, Turn } from '../../contract/schedule.ts';
import { brokenRules } from '../verify/broken-rules.ts';
import type { BrokenRule } from '../verify/broken-rule.ts';
import type { DayTask, SlotFault } from './day-model.ts';
import { dayModel, placementOf, slotFaults } from './day-model.ts';

/** What a project's place breaks, for the board to say in words. */
export type BoardFault =
  | SlotFault
  /** Two in one place, or two of one applicant too close. */
  | { readonly kind: 'taken' | 'same_applicant'; readonly other: string }
  | { readonly kind: 'no_place' };

/**
 * The broken rules of a plan by project; who keeps them all is left out. Projects that have no place yet break none.
 */
export function boardFaults(task: DayTask, turns: readonly Turn[]): ReadonlyMap<string, BoardFault[]> {
  const model = dayModel({ ...task, spareClosed: false });
  const rules = brokenRules(turns.map(placementOf), model);
  const projects = new Map(task.projects.map((project) => [project.proposal, project]));
  const faultAt = slotFaults(task);
  const faults = new Map<string, BoardFault[]>();
  for (const [index, turn] of turns.entries()) {
    const project = projects.get(turn.proposal);
    const own = (rules[index] ?? []).map((rule) => inTheHall(rule, turn, project));
    if (own.length > 0) faults.set(turn.proposal, own);
  }
  return faults;

  function inTheHall(rule: BrokenRule, turn: Turn, project: PlannedProject | undefined): BoardFault {
    if (rule.rule === 'room_busy') return { kind: 'taken', other: rule.other };
    if (rule.rule === 'applicant_busy') return { kind: 'same_applicant', other: rule.other };
    const slot = task.halfDays.find(({ session }) => session === turn.session)?.slots[turn.slot - 1];
    const fault = slot && project ? faultAt(project, slot) : null;
    return fault ?? { kind: 'no_place' };
  }
}
