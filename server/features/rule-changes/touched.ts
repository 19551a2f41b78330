import { and, eq } from 'drizzle-orm';
import type { Static } from 'typebox';
import type { TouchedByChange } from '../../../shared/contract/rule-changes.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { panelOf } from '../judges/panel.ts';

/** Whether a sheet was ever submitted: from then on the rules change by two people only. */
export async function hasSubmittedSheet({ store }: Context, db: Db, competition: string): Promise<boolean> {
  const { ledger } = store.t;
  const [entry] = await db
    .select({ seq: ledger.seq })
    .from(ledger)
    .where(and(eq(ledger.scope, competition), eq(ledger.action, 'sheet_submitted')))
    .limit(1);
  return entry !== undefined;
}

/** Sheets that hold a mark, submitted or not. */
export async function markedSheets({ store }: Context, db: Db, competition: string): Promise<number> {
  const { sheet } = store.t;
  const rows = await db.select({ marks: sheet.marks }).from(sheet).where(eq(sheet.competition, competition));
  return rows.filter(({ marks }) => Object.keys(marks).length > 0).length;
}

/** Everybody who has read the rubric and rules or is being judged by them, counted. */
export async function touchedBy(
  context: Context,
  db: Db,
  competition: string,
): Promise<Static<typeof TouchedByChange>> {
  const { applicant, proposal } = context.store.t;
  const applicants = await db
    .select({ id: applicant.id })
    .from(applicant)
    .where(eq(applicant.competition, competition));
  const proposals = await db
    .select({ status: proposal.status })
    .from(proposal)
    .where(eq(proposal.competition, competition));
  const isOver = (status: string) => status === 'withdrawn' || status === 'refused';
  return {
    applicants: applicants.length,
    drafts: proposals.filter(({ status }) => status === 'draft').length,
    submitted: proposals.filter(({ status }) => status !== 'draft' && !isOver(status)).length,
    judges: (await panelOf(context, db, competition)).length,
    sheets: await markedSheets(context, db, competition),
  };
}
