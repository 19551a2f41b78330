import type { MoneyWords } from '../words.ts';
import { limitWords } from '../words.ts';
import type { Clash } from './clash.ts';
import type { Change } from './relaxation.ts';
import type { Rule } from './rules.ts';

/** How figures are written: money with its unit, a score as it stands in a table. */
export type ClashWording = { readonly money: MoneyWords; readonly score: (units: bigint) => string };

/** 类别“养老”至少2个 · 资金“省级”100,000元 · 最多立项20个 · 合格线60分 */
export function ruleWords(rule: Rule, { money, score }: ClashWording): string {
  switch (rule.kind) {
    case 'floor':
    case 'cap':
      return limitWords(rule.kind, rule.limit, money);
    case 'budget':
      return `资金${rule.budget.name === '' ? '' : `“${rule.budget.name}”`}${money(rule.budget.amount)}`;
    case 'count':
      return `最多立项${rule.count}个`;
    case 'line':
      return `合格线${score(rule.line)}分`;
  }
}

/** The rule as it would have to be. */
function changeWords({ rule, to }: Change, wording: ClashWording): string {
  switch (rule.kind) {
    case 'floor':
    case 'cap':
      return ruleWords({ ...rule, limit: { ...rule.limit, value: Number(to) } }, wording);
    case 'budget':
      return ruleWords({ ...rule, budget: { ...rule.budget, amount: Number(to) } }, wording);
    case 'count':
      return ruleWords({ kind: 'count', count: Number(to) }, wording);
    case 'line':
      return ruleWords({ kind: 'line', line: to }, wording);
  }
}

/** Which rules clash, and the cheapest way out, a sentence each. */
export function clashSentences({ rules, changes }: Clash, wording: ClashWording): string[] {
  const listed = rules.map((rule) => ruleWords(rule, wording)).join('、');
  const clash = rules.length === 1 ? `没有名单能做到：${listed}。` : `不能同时做到：${listed}。`;
  if (changes === null) return [clash];
  const ways = changes.map(
    (change) => `“${ruleWords(change.rule, wording)}”改为“${changeWords(change, wording)}”`,
  );
  return [clash, `改动最小的办法：${ways.join('，')}。`];
}
