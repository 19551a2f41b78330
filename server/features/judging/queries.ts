import { and, eq } from 'drizzle-orm';
import type { BlankBook, JudgingBook } from '../../../shared/contract/judging.ts';
import { criteriaFor } from '../../../shared/panels/rubric.ts';
import type { Context } from '../../context.ts';
import { lockedSessions } from '../defenses/open.ts';
import { competitionState } from '../defenses/settings.ts';
import { judgeOf } from '../judges/panel.ts';
import { stageSnapshot } from '../stage/snapshot.ts';
import { receiptsOf } from './receipts.ts';
import { presentSheet } from './sheet.ts';

/** What the books of all judges of a competition have in common. */
export async function blankBook(context: Context, competition: string): Promise<BlankBook> {
  const { read, t } = context.store;
  const { settings } = await competitionState(context, read, competition);
  const defenses = await read.select().from(t.defense).where(eq(t.defense.competition, competition));
  const { criteria, groups } = settings.rubric;
  return {
    competition,
    epoch: context.epoch,
    criteria,
    ...(groups === undefined ? {} : { groups }),
    sessions: settings.timeline.sessions,
    lockedSessions: [...(await lockedSessions(context, read, competition))].sort(),
    defenses: defenses
      .sort((a, b) => a.order - b.order)
      .map(({ proposal, order, session, title, applicantName, track, status }) => ({
        proposal,
        order,
        session,
        title,
        applicantName,
        ...(track === null ? {} : { track }),
        withdrawn: status === 'withdrawn',
      })),
    stage: await stageSnapshot(context, competition),
  };
}

/** Everything one judge's tablet needs to score without network; of sheets the judge's own and no others. */
export async function judgingBook(
  context: Context,
  competition: string,
  judge: string,
): Promise<JudgingBook> {
  const { read, t } = context.store;
  const { profile } = await judgeOf(context, read, competition, judge);
  const sheets = await read.select().from(t.sheet).where(eq(t.sheet.judge, judge));
  const recused = await mustRecuse(context, judge);
  const seqs = sheets.map(({ ledgerSeq }) => ledgerSeq).filter((seq) => seq > 0);
  const receipts = await receiptsOf(context, read, competition, seqs);
  const book = await blankBook(context, competition);
  return {
    ...book,
    judge: { id: judge, name: profile.name, seat: profile.seat },
    sheets: book.defenses.map(({ proposal, track }) => {
      const row = sheets.find((sheet) => sheet.proposal === proposal) ?? null;
      const own = criteriaFor(book.criteria, track);
      return presentSheet(proposal, row, recused.has(proposal), own, receipts, context.now());
    }),
  };
}

/** Projects a judge must not score. */
export async function mustRecuse({ store: { read, t } }: Context, judge: string): Promise<Set<string>> {
  const recusals = await read
    .select({ proposal: t.recusal.proposal })
    .from(t.recusal)
    .where(and(eq(t.recusal.judge, judge), eq(t.recusal.kind, 'must')));
  return new Set(recusals.map(({ proposal }) => proposal));
}
