import type { ProposalStatus } from '../../../shared/contract/proposals.ts';
import type { PillKind } from '../../ui/status/StatusPill.vue';

/** How each status of a proposal looks to the one who checks: what waits for them has a box. */
export const statusKinds: Readonly<Record<ProposalStatus, PillKind>> = {
  draft: 'done',
  submitted: 'doing',
  returned: 'wait',
  passed: 'ok',
  refused: 'bad',
  withdrawn: 'done',
};
