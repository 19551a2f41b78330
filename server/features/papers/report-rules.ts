import type { RankShift } from '../../../shared/contract/rule-changes.ts';
import type { Markup } from '../../markup.ts';
import { actsOf, approved, items, said } from './report-exceptions.ts';
import type { Told } from './report-exceptions.ts';

/** By which rules the result was made, and since when they hold. */
export function ruleVersion({ result, ruleChanges }: Told): string {
  const kind = ruleChanges.get(result.rulesVersion)?.change.kind;
  if (kind === undefined) return '征集公告发布时冻结';
  return kind === 'corrected' ? '评分开始以前发布更正公告更正' : '评分开始以后经两人复核变更';
}

/** Corrections before the first sheet, changes after it: what, why, by whom, and which ranks they moved. */
export function ruleChangePart(told: Told): Markup {
  const lines = (version: number) => told.ruleChanges.get(version)?.change.lines.join('') ?? '';
  const corrected = actsOf(told, 'rules_corrected').map(
    (act) =>
      `评分开始以前发布更正公告，规则改为第${act.data.version}版。${lines(act.data.version)}原因：${said(act)}。`,
  );
  const changed = actsOf(told, 'rules_changed').map(
    (act) =>
      `计分规则改为第${act.data.version}版。${lines(act.data.version)}原因：${said(act)}。${approved(told, act)}${movedWords(told.ruleChanges.get(act.data.version)?.ranks ?? [])}`,
  );
  return items([...corrected, ...changed]);
}

/** Which ranks were others under the new rules when these were approved. */
function movedWords(ranks: readonly RankShift[]): string {
  if (ranks.length === 0) return '复核时还没有锁定的评分表，没有名次可比。';
  const moved = ranks.filter(({ before, after }) => before.rank !== after.rank);
  if (moved.length === 0) return `复核时已锁定的${ranks.length}个项目名次都没有变化。`;
  const place = (rank: number | null) => (rank === null ? '不排名' : `第${rank}名`);
  const each = moved.map(
    ({ order, title, before, after }) =>
      `${order}号《${title}》${place(before.rank)}改为${place(after.rank)}`,
  );
  return `复核时名次有变化的${moved.length}个：${each.join('、')}。`;
}
