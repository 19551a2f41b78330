import type { Static } from 'typebox';
import type { FieldFault } from '../../../shared/contract/errors.ts';
import type { DecisionRow, Result, ResultEntry } from '../../../shared/contract/results.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { brokenLimits, costsOf, projectOf } from '../../../shared/funding/index.ts';
import type { Limits } from '../../../shared/funding/index.ts';
import { formatYuan } from '../../../shared/units.ts';

type Row = Static<typeof DecisionRow>;

/** What is wrong with recorded amounts, each with its row: the published limits hold whatever the reason. */
export function rowFaults(
  rows: readonly Row[],
  result: Result,
  settings: Settings,
  limits: Limits,
): FieldFault[] {
  const { money, funding } = settings;
  const entries = new Map(result.entries.map((entry) => [entry.proposal, entry]));
  const faults = rows.flatMap((row, index): FieldFault[] => {
    if (rows.findIndex(({ proposal }) => proposal === row.proposal) < index)
      return [{ path: `rows[${index}].proposal`, message: '这个项目前面已有一行' }];
    const entry = entries.get(row.proposal);
    if (!entry) return [{ path: `rows[${index}].proposal`, message: '结果中没有这个项目' }];
    const message = standingFault(entry) ?? tieFault(rows, entry, result);
    if (message) return [{ path: `rows[${index}].proposal`, message: `${entry.title}：${message}` }];
    const amount = amountFault(row.amount, entry);
    return amount ? [{ path: `rows[${index}].amount`, message: `${entry.title}：${amount}` }] : [];
  });
  const total = rows.reduce((sum, { amount }) => sum + amount, 0);
  if (total > money.pool)
    faults.push({
      path: 'rows',
      message: `合计${formatYuan(total)}元，超过资金总额${formatYuan(money.pool)}元`,
    });
  if (funding.count !== null && rows.length > funding.count)
    faults.push({ path: 'rows', message: `征集公告规定最多立项${funding.count}个` });
  return [...faults, ...limitFaults(rows, entries, settings, limits)];
}

/** Parts of the pool, floors and caps that the list as a whole breaks. */
function limitFaults(
  rows: readonly Row[],
  entries: ReadonlyMap<string, ResultEntry>,
  settings: Settings,
  limits: Limits,
): FieldFault[] {
  const grants = rows.flatMap(({ proposal, amount }) => {
    const entry = entries.get(proposal);
    if (!entry) return [];
    const costs = costsOf(settings, entry.trackId, amount);
    return [{ project: projectOf(settings, entry), costs }];
  });
  return brokenLimits(limits, grants).map((message) => ({ path: 'rows', message }));
}

function standingFault({ rank, flags }: ResultEntry): string | null {
  if (rank === null) return '未参加排名，不能立项';
  return flags.includes('below_line') ? '得分低于合格线，不能立项' : null;
}

/** Of projects that share a rank, all or none: who comes first is for the panel to say. */
function tieFault(
  rows: readonly Row[],
  { proposal, rank }: ResultEntry,
  { openTies }: Result,
): string | null {
  const tie = openTies.find(({ proposals }) => proposals.includes(proposal));
  if (!tie || tie.proposals.every((id) => rows.some((row) => row.proposal === id))) return null;
  return `与其他项目并列第${rank ?? ''}名，须先由评委组决定先后`;
}

function amountFault(amount: number, { requested, minimum }: ResultEntry): string | null {
  if (amount === 0) return '拟资助金额应大于0';
  if (amount > requested) return `不能超过申请的${formatYuan(requested)}元`;
  return amount < minimum ? `不能低于最低可行金额${formatYuan(minimum)}元` : null;
}
