import type { Adjustment, VoteCount } from '../../../shared/contract/additions.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { FieldFault } from '../../../shared/contract/errors.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { sha256 } from '../../sha256.ts';
import type { Db } from '../../store/store.ts';
import { recordApproval } from '../approvals/commands.ts';
import { competitionRow } from '../competitions/queries.ts';
import { adjustmentFaults, voteFaults } from './faults.ts';
import { latestAdjustments, latestVotes } from './lists.ts';

/** Who records, beside whom, and on which version it rests. */
export interface Recording {
  base: number;
  by: string;
  approver: string;
}

/**
 * Stores the whole list of 加减分 as the next version and records it.
 * @param projects that take part
 * @throws ContractError wrong_state where the rule has none or the list is confirmed, stale_revision, invalid_input
 */
export async function recordAdjustments(
  context: Context,
  tx: Db,
  competition: string,
  rows: readonly Adjustment[],
  projects: ReadonlySet<string>,
  { base, by, approver }: Recording,
): Promise<void> {
  const { beside } = await openRule(context, tx, competition);
  if (!beside?.bonus) throw new ContractError('wrong_state', { message: '本场大赛的规则没有加减分' });
  const version = (await latestAdjustments(context, tx, competition))?.version ?? 0;
  if (base !== version) throw new ContractError('stale_revision');
  refuse(adjustmentFaults(rows, projects, beside.bonus.most));
  const preview = sha256(canonicalJson({ competition, version: version + 1, adjustments: [...rows] }));
  await recordApproval(context, tx, competition, approver, 'adjustments_recorded', preview);
  const { at } = await record(context, tx, competition, {
    at: context.now(),
    actor: `officer:${by}`,
    action: 'adjustments_recorded',
    subject: `result:adjustments-${version + 1}`,
    data: { version: version + 1, entries: new Set(rows.map(({ proposal }) => proposal)).size, approver },
    sealed: {
      adjustments: rows.map(({ proposal, points, reason }) => ({ entry: proposal, points, reason })),
    },
  });
  await tx
    .insert(context.store.t.adjustmentList)
    .values({ competition, version: version + 1, rows: [...rows], at, by, approvedBy: approver });
}

/**
 * Stores the counted votes of every project as the next version and records them.
 * @throws ContractError as `recordAdjustments`
 */
export async function recordVotes(
  context: Context,
  tx: Db,
  competition: string,
  { rows, source }: { rows: readonly VoteCount[]; source: string },
  projects: ReadonlySet<string>,
  { base, by, approver }: Recording,
): Promise<void> {
  const { beside } = await openRule(context, tx, competition);
  if (!beside?.votes) throw new ContractError('wrong_state', { message: '本场大赛的规则没有大众投票' });
  const version = (await latestVotes(context, tx, competition))?.version ?? 0;
  if (base !== version) throw new ContractError('stale_revision');
  refuse(voteFaults(rows, projects));
  const preview = sha256(canonicalJson({ competition, version: version + 1, votes: [...rows], source }));
  await recordApproval(context, tx, competition, approver, 'votes_recorded', preview);
  const { at } = await record(context, tx, competition, {
    at: context.now(),
    actor: `officer:${by}`,
    action: 'votes_recorded',
    subject: `result:votes-${version + 1}`,
    data: { version: version + 1, entries: rows.length, approver },
    sealed: { votes: Object.fromEntries(rows.map(({ proposal, count }) => [proposal, count])), source },
  });
  await tx
    .insert(context.store.t.voteList)
    .values({ competition, version: version + 1, rows: [...rows], source, at, by, approvedBy: approver });
}

/** The rule, while what it is applied to may still change. */
async function openRule(context: Context, tx: Db, competition: string) {
  const { stage, settings } = await competitionRow(context, tx, competition);
  if (stage === 'decided')
    throw new ContractError('wrong_state', { message: '拟资助名单已确认，加减分和票数不能再改' });
  return settings.scoring;
}

function refuse(fields: FieldFault[]): void {
  if (fields.length > 0) throw new ContractError('invalid_input', { fields });
}
