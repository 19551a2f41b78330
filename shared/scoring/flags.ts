import type { EntryOutcome, StageOutcome } from './entry/types.ts';
import { itemAt } from './item.ts';
import { compare } from './numbers/rational.ts';
import type { PanelValue } from './panel/panel-value.ts';
import type { Exclusion } from './scorebook/types.ts';
import type { Table } from './table/types.ts';

/**
 * What a reader of a result must not overlook. `below_quorum`, `no_votes`: why there is no score. `not_trimmed`: too
 * few valid ones, so nothing was dropped. `party_absent:ID`: that party gave nothing, its weight is left out.
 * `shared_rank`: what remained equal after every tie rule.
 */
export type Flag =
  | Exclusion
  | 'below_quorum'
  | 'no_votes'
  | 'not_trimmed'
  | 'below_line'
  | 'shared_rank'
  | `party_absent:${string}`;

export function flagsOf(table: Table, outcome: EntryOutcome, shared: boolean): Flag[] {
  const { rules } = table;
  const { excluded } = itemAt(table.entries, outcome.entry);
  if (excluded !== null) return [excluded];
  const flags: Flag[] = [];
  for (const stage of outcome.stages) flags.push(...stageFlags(table, stage));
  if (rules.line && outcome.value && compare(outcome.value, rules.line) < 0) flags.push('below_line');
  if (shared) flags.push('shared_rank');
  return [...new Set(flags)];
}

function stageFlags(table: Table, stage: StageOutcome): Flag[] {
  if (stage.kind === 'votes') return stage.value === null ? ['no_votes'] : [];
  if (stage.value === null) return ['below_quorum'];
  const panels = stage.sheets ? [stage.sheets] : stage.criteria.map(({ panel }) => panel);
  return panels.flatMap((panel) => panelFlags(table, panel));
}

function panelFlags({ rules }: Table, { trimmed, parties }: PanelValue): Flag[] {
  const flags: Flag[] = (parties ?? []).flatMap(({ party, value }) =>
    value === null ? [`party_absent:${itemAt(rules.parties ?? [], party).id}` as const] : [],
  );
  const least = rules.trim?.min_valid ?? 0;
  const trims = trimmed ? [trimmed] : (parties ?? []).map((part) => part.trimmed);
  if (trims.some((one) => one !== null && one.valid > 0 && one.valid < least)) flags.push('not_trimmed');
  return flags;
}
