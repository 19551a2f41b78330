import type { BudgetLine } from '../contract/proposals.ts';
import { formatYuan } from '../units.ts';
import type { Fen } from '../units.ts';
import { requestedAmount } from './budget.ts';

/** Share that the template's budget guidance calls usual (示例：一般不超过申请金额的 30%), in percent. */
const USUAL_PERCENT = 30;

/** 人员补贴 in the words of the guidance (项目人员、专职补贴); volunteers' allowances are not staff. */
const isStaff = ({ subject }: BudgetLine): boolean => /人员|专职|劳务/.test(subject);

export interface StaffShare {
  staff: Fen;
  requested: Fen;
  /** Whole percent, rounded half up; 0 where nothing is requested. */
  percent: number;
  /** A hint, never a fault: what a finance judge will ask about. Null up to the usual share. */
  hint: string | null;
}

/** How much of the requested amount goes to staff. */
export function staffShare(lines: readonly BudgetLine[]): StaffShare {
  const requested = requestedAmount(lines);
  const staff = requestedAmount(lines.filter(isStaff));
  const percent = requested === 0 ? 0 : Math.floor((staff * 200 + requested) / (requested * 2));
  return { staff, requested, percent, hint: hintOf(staff, requested, percent) };
}

function hintOf(staff: Fen, requested: Fen, percent: number): string | null {
  if (staff * 100 <= requested * USUAL_PERCENT) return null;
  // (staff − x) / (requested − x) ≤ usual share, in whole yuan.
  const less = Math.ceil((staff * 100 - requested * USUAL_PERCENT) / (100 - USUAL_PERCENT) / 100) * 100;
  return `人员类支出占申请金额的 ${percent}%，一般不超过 ${USUAL_PERCENT}%。可以减少 ${formatYuan(less)} 元，或在申报书里说明为什么需要`;
}
