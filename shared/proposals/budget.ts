import type { FieldFault } from '../contract/errors.ts';
import { limits } from '../contract/limits.ts';
import type { BudgetLine, ProposalContent } from '../contract/proposals.ts';
import type { Settings } from '../contract/settings.ts';
import { formatYuan } from '../units.ts';
import type { Fen } from '../units.ts';

export type BudgetSource = BudgetLine['source'];

export interface BudgetSums {
  bySource: Record<BudgetSource, Fen>;
  total: Fen;
}

/** Unit price × quantity. At most 10^15 by the limits of the contract, so always exact. */
export const lineSubtotal = (line: BudgetLine): Fen => line.unitPrice * line.quantity;

/** Sums in fen by source (申请, 自筹, 配套) and over all. Exact while every line keeps to `limits.money`. */
export function budgetSums(lines: readonly BudgetLine[]): BudgetSums {
  const bySource: Record<BudgetSource, Fen> = { 申请: 0, 自筹: 0, 配套: 0 };
  for (const line of lines) bySource[line.source] += lineSubtotal(line);
  return { bySource, total: bySource.申请 + bySource.自筹 + bySource.配套 };
}

/** What is asked of the competition: the lines with source 申请. */
export const requestedAmount = (lines: readonly BudgetLine[]): Fen => budgetSums(lines).bySource.申请;

const fault = (path: string, message: string): FieldFault[] => [{ path, message }];

/** Amounts that break a rule of the call, each with the exact change that repairs it. Empty lines are no fault here. */
export function budgetFaults(
  { budget, minimum }: Pick<ProposalContent, 'budget' | 'minimum'>,
  money: Settings['money'],
): FieldFault[] {
  const slips = budget.flatMap((line, i) =>
    lineSubtotal(line) > limits.money
      ? fault(`budget[${i}].quantity`, `这一行超过 ${yuan(limits.money)} 元，请核对单价和数量`)
      : [],
  );
  if (slips.length > 0) return slips;
  const requested = requestedAmount(budget);
  return [...rangeFaults(requested, money), ...minimumFaults(requested, minimum)];
}

function rangeFaults(requested: Fen, { ceiling, floor }: Settings['money']): FieldFault[] {
  if (requested > ceiling)
    return fault(
      'budget',
      `申请金额 ${yuan(requested)} 元，超过单个项目上限 ${yuan(ceiling)} 元，请减少 ${yuan(requested - ceiling)} 元，或改为自筹、配套`,
    );
  if (requested > 0 && requested < floor)
    return fault(
      'budget',
      `申请金额 ${yuan(requested)} 元，低于单个项目下限 ${yuan(floor)} 元，请增加 ${yuan(floor - requested)} 元`,
    );
  return [];
}

function minimumFaults(requested: Fen, minimum: Fen | null): FieldFault[] {
  if (minimum === null || minimum <= requested) return [];
  return fault(
    'minimum',
    `最低可行金额 ${yuan(minimum)} 元，高于申请金额 ${yuan(requested)} 元，请减少 ${yuan(minimum - requested)} 元`,
  );
}

const yuan = (fen: Fen): string => formatYuan(fen);
