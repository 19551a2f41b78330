import { formatYuan } from '../units.ts';
import type { ExcludedProject } from './answer.ts';
import type { Amount, Budget, GroupLimit, Limits, Project } from './limits.ts';
import { requestedOf } from './limits.ts';
import type { Obstacle } from './purse.ts';
import type { RankRule, Shortage } from './rank/candidate.ts';

/** How an amount is written, with its unit. */
export type MoneyWords = (amount: Amount) => string;

/** Fen as yuan: 17,130元. */
export const inYuan: MoneyWords = (fen) => `${formatYuan(fen)}元`;

const kinds = { track: '类别', community: '社区' } as const;

/** 类别“养老”至少2个 */
export const limitWords = (kind: 'floor' | 'cap', limit: GroupLimit, money: MoneyWords): string =>
  `${kinds[limit.by]}“${limit.name}”${kind === 'floor' ? '至少' : '最多'}${
    limit.measure === 'count' ? `${limit.value}个` : money(limit.value)
  }`;

const floorsWords = (floors: readonly GroupLimit[], money: MoneyWords): string =>
  floors.map((floor) => limitWords('floor', floor, money)).join('、');

/** A budget that is the only one needs no name. */
const of = ({ name }: Budget): string => (name === '' ? '' : `“${name}”`);

/** One sentence in words that says why a project gets its amount, or none. */
export function causeSentence(cause: ExcludedProject['cause'], project: Project, money: MoneyWords): string {
  switch (cause.kind) {
    case 'whole':
      return '申请金额在余额之内，全额资助。';
    case 'trimmed': {
      const kept = cause.kept.length === 0 ? '' : `留足${floorsWords(cause.kept, money)}之后，`;
      return `${kept}${shortageWords(cause, money)}，不低于最低可行金额${money(project.minimum)}，按余额核减。`;
    }
    case 'unranked':
      return '未参加排名，不予立项。';
    case 'below_line':
      return '得分低于合格线，不予立项。';
    case 'count':
      return '拟立项的个数已满。';
    case 'cap':
      return `${limitWords('cap', cause.cap, money)}，${capWords(cause, project, money)}。`;
    case 'held':
      return `余下的资金或名额要留给${floorsWords(cause.floors, money)}。`;
    case 'no_money':
      return `${of(cause.budget) || '资金'}已用完。`;
    case 'too_dear':
      return `${shortageWords(cause, money)}${
        cause.belowMinimum ? `，也低于最低可行金额${money(project.minimum)}，不能核减` : ''
      }。`;
    case 'after_stop':
      return '名次在前的项目因余额不足已停止，不再往后顺延。';
    case 'tie':
      return `${cause.size}个项目并列第${cause.rank}名，余额不够全部立项，须先由评委组决定先后。`;
    case 'after_tie':
      return '名次在前的并列项目尚待评委组决定先后。';
    case 'not_best':
      return cause.obstacle === null
        ? '得分不大于0，立项不会使总分更高。'
        : `总分最高的名单里没有它：${obstacleWords(cause.obstacle, project, money)}。`;
  }
}

const shortageWords = ({ budget, left, asked }: Shortage, money: MoneyWords): string =>
  `${of(budget)}余额${money(left)}，不足申请的${money(asked)}`;

function capWords(
  { cap, left }: { readonly cap: GroupLimit; readonly left: number },
  project: Project,
  money: MoneyWords,
): string {
  if (cap.measure === 'count') return '已满';
  return `还剩${money(left)}，不足申请的${money(requestedOf(project))}`;
}

function obstacleWords(obstacle: Obstacle, project: Project, money: MoneyWords): string {
  switch (obstacle.kind) {
    case 'count':
      return '个数已满';
    case 'cap':
      return `${limitWords('cap', obstacle.cap, money)}，${capWords(obstacle, project, money)}`;
    case 'budget':
      return `${of(obstacle.budget)}余额${money(obstacle.left)}，容不下它`;
  }
}

/**
 * The rule as one sentence for a notice.
 * @param line the pass line in points; null where there is none
 */
export function fundingSentence(
  { rule, trimLast }: RankRule,
  limits: Limits,
  line: string | null,
  money: MoneyWords,
): string {
  const who = line === null ? '' : `得分${line}分及以上的项目，`;
  const most = limits.count === null ? '' : `，最多${limits.count}个`;
  const trim = trimLast
    ? '；首个余额不足的可核减，核减后低于该项目最低可行金额的不立项'
    : '；余额不足的不立项';
  const next = rule === 'stop' ? '，也不再往后顺延' : '，依次往后顺延';
  return `${who}按名次在资金总额内依次拟立项，资金用完为止${most}${trim}${next}。${limitsSentence(limits, money)}`;
}

/** Budgets, floors and caps as a second sentence; empty where there is but one budget and no limit. */
function limitsSentence({ budgets, floors, caps }: Limits, money: MoneyWords): string {
  const pots =
    budgets.length < 2
      ? []
      : [`资金分项安排：${budgets.map((budget) => `${budget.name}${money(budget.amount)}`).join('、')}`];
  const groups = [
    ...floors.map((floor) => limitWords('floor', floor, money)),
    ...caps.map((cap) => limitWords('cap', cap, money)),
  ];
  const parts = [...pots, ...(groups.length === 0 ? [] : [groups.join('、')])];
  return parts.length === 0 ? '' : `${parts.join('；')}。`;
}
