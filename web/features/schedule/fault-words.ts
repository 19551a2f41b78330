import type { PlannedProject } from '../../../shared/contract/schedule.ts';
import type { BoardFault } from '../../../shared/schedule/half-days/board-faults.ts';
import { t } from '../../locales/index.ts';

/** A broken rule in words, as it stands under the project it is about. */
export function faultWords(fault: BoardFault, projects: ReadonlyMap<string, PlannedProject>): string {
  const title = (id: string) => projects.get(id)?.title ?? id;
  switch (fault.kind) {
    case 'team_away':
      return t('schedule.fault.team_away');
    case 'few_judges':
      return t('schedule.fault.few_judges', { left: fault.left, quorum: fault.quorum });
    case 'taken':
      return t('schedule.fault.taken', { other: title(fault.other) });
    case 'same_applicant':
      return t('schedule.fault.same_applicant', { other: title(fault.other) });
    case 'no_place':
      return t('schedule.fault.no_place');
  }
}
