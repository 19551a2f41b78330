import { and, eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { RuleParts } from '../../../shared/contract/rule-changes.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import type { JsonValue } from '../../../shared/ledger/canonical.ts';
import { scoringRulesHash } from '../../../shared/ledger/scoring-rules.ts';
import { scoringCriteria } from '../../../shared/panels/scoring-criteria.ts';
import { scoringRules } from '../../../shared/panels/scoring-rules.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { advanceBooks } from '../../live/stage-seq.ts';
import { sha256 } from '../../sha256.ts';
import type { Db } from '../../store/store.ts';
import { recordApproval } from '../approvals/commands.ts';
import { competitionRow, presentCompetition } from '../competitions/queries.ts';
import { requireUnmarked } from './effect.ts';
import type { Foreseen } from './effect.ts';
import { markedSheets } from './touched.ts';

/** Who changes the rules and why: account ids. `approver`: null where one person suffices. */
export interface By {
  officer: string;
  approver: string | null;
  reason: string;
}

/**
 * Puts a foreseen change into force and records it: a correction with its notice, a later change with its approval.
 * @throws ContractError stale_revision, wrong_state
 */
export async function applyChange(
  context: Context,
  tx: Db,
  competition: string,
  { before, settings, effect }: Foreseen,
  base: number,
  by: By,
): Promise<void> {
  const { t } = context.store;
  const after: RuleParts = { rubric: settings.rubric, scoring: settings.scoring };
  const row = await competitionRow(context, tx, competition);
  if (row.revision !== base)
    throw new ContractError('stale_revision', { current: presentCompetition(context, row) });
  requireUnmarked(before, after, await markedSheets(context, tx, competition));
  await tx
    .update(t.competition)
    .set({ settings, revision: row.revision + 1, rulesVersion: effect.version })
    .where(and(eq(t.competition.id, competition), eq(t.competition.revision, row.revision)));
  const at = await recordChange(context, tx, competition, { settings, effect }, by);
  await tx.insert(t.ruleChange).values({
    competition,
    version: effect.version,
    kind: effect.kind,
    before,
    after,
    ranks: effect.ranks,
    reason: by.reason,
    at,
    by: by.officer,
    approvedBy: by.approver,
  });
  // Tablets mark by the new rubric, or show the new guidance, from now on.
  await advanceBooks(context, tx, competition);
}

/** @returns when it was recorded */
async function recordChange(
  context: Context,
  tx: Db,
  competition: string,
  { settings, effect }: Pick<Foreseen, 'settings' | 'effect'>,
  { officer, approver, reason }: By,
): Promise<number> {
  const { kind, version, lines } = effect;
  const act = {
    at: context.now(),
    actor: `officer:${officer}`,
    subject: `competition:${competition}`,
    sealed: { reason },
  } as const;
  const data = {
    version,
    settings: sha256(canonicalJson(settings as JsonValue)),
    scoring: scoringRulesHash(
      { criteria: scoringCriteria(settings.rubric), rules: scoringRules(settings.scoring) },
      sha256,
    ),
  };
  if (kind === 'corrected') {
    const { at } = await record(context, tx, competition, { ...act, action: 'rules_corrected', data });
    const content = sha256(canonicalJson({ competition, version, reason, lines }));
    const published = { paper: 'correction', version, content } as const;
    await record(context, tx, competition, { ...act, at, action: 'published', data: published, sealed: {} });
    return at;
  }
  if (approver === null)
    throw new ContractError('approval_refused', { message: '已有评分表提交，须另一人复核' });
  const shown = sha256(canonicalJson({ competition, effect, reason } as JsonValue));
  await recordApproval(context, tx, competition, approver, 'rules_changed', shown);
  const changed = { ...act, action: 'rules_changed', data: { ...data, approver } } as const;
  return (await record(context, tx, competition, changed)).at;
}
