import type { TieRule } from '../scorebook/types.ts';
import type { Names } from './names.ts';

/** A tie rule as the beginning of a sentence: 比“需求与社区匹配”. */
export function tieRuleWords(rule: TieRule, names: Names): string {
  if (rule === 'untrimmed_mean') return '比全部有效评分的平均分（不去最高最低）';
  if (rule === 'median') return '比全部有效评分的中位数';
  if ('criterion' in rule) return `比“${names.criterion(rule.criterion)}”`;
  if ('stage' in rule) return `比“${rule.stage}”环节得分`;
  if ('party' in rule) return `比“${names.party(rule.party)}”评委的得分`;
  return 'lot' in rule ? '按抽签顺序' : '按评委组的书面决定';
}
