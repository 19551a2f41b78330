import type { BudgetLine } from '../../../../shared/contract/proposals.ts';

/** Name of who pays in locale keys. */
export const sourceKeys: Readonly<Record<BudgetLine['source'], string>> = {
  申请: 'requested',
  自筹: 'own',
  配套: 'matching',
};
