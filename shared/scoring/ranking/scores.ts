import { officialMethod } from '../entry/method.ts';
import { entryOutcome } from '../entry/outcome.ts';
import type { Copies } from '../entry/types.ts';
import type { PlainPanel } from '../panel/plain-panel.ts';
import { plainPanel } from '../panel/plain-panel.ts';
import { PlainRule } from '../panel/plain-rule.ts';
import type { ExactRules, JudgedStage, Table } from '../table/types.ts';
import type { Ordered } from './ordered.ts';
import { orderedQuotients, orderedValues } from './ordered.ts';

/** What the ranks compare, for one panel after another; by the quicker way where the rules allow it. */
export function scorer(table: Table): (copies: Copies) => Ordered {
  const plain = plainScores(table);
  if (plain !== null) return (copies) => orderedQuotients(plain(copies));
  const method = officialMethod(table.rules);
  return (copies) => orderedValues((entry) => entryOutcome(table, entry, copies, method).value);
}

function plainScores(table: Table): PlainPanel | null {
  const stage = onlyStage(table);
  const rule = scoreRule(table);
  if (stage === null || rule === null) return null;
  const source = { stage, cells: stage.roundedTotals, criterion: null, quorum: table.rules.quorum };
  return plainPanel(source, rule, table.judges.length);
}

/** The official way as a plain rule; null where an adjustment or the rules ask for the general way. */
export function scoreRule({ rules, entries }: Pick<Table, 'rules' | 'entries'>): PlainRule | null {
  const adjusted = entries.some(({ adjustments }) => adjustments.length > 0);
  return adjusted ? null : PlainRule.of(officialMethod(rules), ['mean', 'stage', 'total']);
}

/** The stage where nothing but one judged stage of weight 1 counts, by sheets; else null. */
export function onlyStage({
  rules,
  stages,
}: {
  rules: ExactRules;
  stages: Table['stages'];
}): JudgedStage | null {
  const [stage] = stages;
  if (rules.unit !== 'sheet' || stages.length !== 1 || stage?.kind !== 'judged') return null;
  return stage.weight.n === stage.weight.d ? stage : null;
}
