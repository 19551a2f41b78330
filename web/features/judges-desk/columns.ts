import type { Defense } from '../../../shared/contract/defenses.ts';
import type { ProposalSummary } from '../../../shared/contract/proposals.ts';
import type { Column } from './RecusalGrid.vue';

/**
 * The projects judges may have to stay out of: in order of the defenses once the order is drawn, before that those
 * still in the running by their number.
 */
export function columnsOf(proposals: readonly ProposalSummary[], defenses: readonly Defense[]): Column[] {
  if (defenses.length > 0)
    return [...defenses]
      .sort((a, b) => a.order - b.order)
      .map(({ proposal, order, title }) => ({ id: proposal, short: String(order), title }));
  return proposals
    .filter(({ status }) => status === 'submitted' || status === 'returned' || status === 'passed')
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .map(({ id, number, title }) => ({ id, short: number.slice(number.lastIndexOf('-') + 1), title }));
}
