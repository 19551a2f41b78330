import { formatYuan } from '../units.ts';
import type { Grant, RankRule } from './candidate.ts';

/** One sentence in words that says why a project gets its amount, or none. */
export function grantSentence({ candidate, cause }: Grant): string {
  const { requested, minimum } = candidate;
  switch (cause.kind) {
    case 'whole':
      return '申请金额在余额之内，全额资助。';
    case 'trimmed':
      return `余额${formatYuan(cause.left)}元，不足申请的${formatYuan(requested)}元，不低于最低可行金额${formatYuan(minimum)}元，按余额核减。`;
    case 'unranked':
      return '未参加排名，不予立项。';
    case 'below_line':
      return '得分低于合格线，不予立项。';
    case 'count':
      return `拟立项已满${cause.count}个。`;
    case 'no_money':
      return '资金已用完。';
    case 'too_dear':
      return `余额${formatYuan(cause.left)}元，不足申请的${formatYuan(requested)}元${
        cause.mayTrim ? `，也低于最低可行金额${formatYuan(minimum)}元，不能核减` : ''
      }。`;
    case 'after_stop':
      return '名次在前的项目因余额不足已停止，不再往后顺延。';
    case 'tie':
      return `${cause.size}个项目并列第${cause.rank}名，余额不够全部立项，须先由评委组决定先后。`;
    case 'after_tie':
      return '名次在前的并列项目尚待评委组决定先后。';
  }
}

/**
 * The rule as one sentence for a notice.
 * @param line the pass line in points; null where there is none
 */
export function fundingSentence({ rule, trimLast, count }: RankRule, line: string | null): string {
  const who = line === null ? '' : `得分${line}分及以上的项目，`;
  const most = count === null ? '' : `，最多${count}个`;
  const trim = trimLast
    ? '；首个余额不足的可核减，核减后低于该项目最低可行金额的不立项'
    : '；余额不足的不立项';
  const next = rule === 'stop' ? '，也不再往后顺延' : '，依次往后顺延';
  return `${who}按名次在资金总额内依次拟立项，资金用完为止${most}${trim}${next}。`;
}
