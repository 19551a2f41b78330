import { desc, eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { RankShift, RuleChange, RuleNotice } from '../../../shared/contract/rule-changes.ts';
import type { Context } from '../../context.ts';
import { competitionRow } from '../competitions/queries.ts';
import { accountNames } from '../people/queries.ts';
import { changeLines } from './lines.ts';

/** A change with the ranks it was approved on; these are for those who may see results. */
export interface TrackedChange {
  change: RuleChange;
  ranks: readonly RankShift[];
}

/** Changes of rubric and rules since the call was published, newest first. */
export async function ruleChangesOf(context: Context, competition: string): Promise<TrackedChange[]> {
  const { store } = context;
  const { ruleChange } = store.t;
  const { settings } = await competitionRow(context, store.read, competition);
  const rows = await store.read
    .select()
    .from(ruleChange)
    .where(eq(ruleChange.competition, competition))
    .orderBy(desc(ruleChange.version));
  const names = await accountNames(
    context,
    rows.flatMap(({ by, approvedBy }) => (approvedBy === null ? [by] : [by, approvedBy])),
  );
  return rows.map((row) => ({
    change: {
      version: row.version,
      kind: row.kind as RuleChange['kind'], // The column holds words of the contract only.
      at: row.at,
      byName: names.get(row.by) ?? '',
      approverName: row.approvedBy === null ? '' : (names.get(row.approvedBy) ?? ''),
      reason: row.reason,
      lines: changeLines(row.before, row.after, settings),
    },
    ranks: row.ranks,
  }));
}

/**
 * The same as everybody may know it.
 * @throws ContractError not_found while the competition is a draft
 */
export async function ruleNotices(context: Context, competition: string): Promise<RuleNotice[]> {
  const { publishedAt } = await competitionRow(context, context.store.read, competition);
  if (publishedAt === null) throw new ContractError('not_found');
  const changes = await ruleChangesOf(context, competition);
  return changes.map(({ change: { version, kind, at, reason, lines } }) => ({
    version,
    kind,
    at,
    reason: kind === 'corrected' ? reason : '',
    lines,
  }));
}
