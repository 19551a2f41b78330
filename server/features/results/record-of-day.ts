import { and, asc, eq } from 'drizzle-orm';
import type { Adjustment, VoteCount } from '../../../shared/contract/additions.ts';
import type { Marks } from '../../../shared/contract/common.ts';
import type { JudgeProfile } from '../../../shared/contract/judges.ts';
import { requestedAmount } from '../../../shared/proposals/budget.ts';
import type { Fen } from '../../../shared/units.ts';
import type { Context } from '../../context.ts';
import { latestAdjustments, latestVotes } from '../additions/lists.ts';
import { panelOf } from '../judges/panel.ts';

/** A judge on the panel. */
export type DayJudge = { id: string; profile: JudgeProfile };

/** A project with its order number. */
export type DayProject = {
  id: string;
  order: number;
  session: string;
  title: string;
  applicantName: string;
  /** Id of the place. */
  community: string | null;
  /** Id of the project category. */
  track: string | null;
  requested: Fen;
  /** Below this the applicant cannot do it. */
  minimum: Fen;
  /** Reason of 退出答辩; null: takes part. */
  withdrawn: string | null;
};

/** What a judge handed in for a project, or why not. */
export type DaySheet = {
  judge: string;
  proposal: string;
  /** draft | submitted | locked | absent */
  status: string;
  marks: Marks;
  comment: string;
  absent: string;
};

/** Everything of the day that a result, its papers and its files are made from. */
export type RecordOfDay = {
  /** By seat. */
  judges: readonly DayJudge[];
  /** By order number, withdrawn ones too. */
  projects: readonly DayProject[];
  sheets: readonly DaySheet[];
  /** Standing recusals (`must`) as `judge proposal`. */
  recused: ReadonlySet<string>;
  lockedSessions: ReadonlySet<string>;
  /** The panel's own orders of projects that share a rank, oldest first. */
  tieDecisions: readonly (readonly string[])[];
  /** 加减分 and vote counts as last recorded; they count where the rule has them. */
  adjustments: readonly Adjustment[];
  votes: readonly VoteCount[];
};

/** Key of one judge and one project. */
export const cellKey = (judge: string, proposal: string): string => `${judge} ${proposal}`;

/** Reads the record of the day of one competition. */
export async function loadRecordOfDay(context: Context, competition: string): Promise<RecordOfDay> {
  const { t, read } = context.store;
  const judges = await panelOf(context, read, competition);
  const projects = await read
    .select({ defense: t.defense, status: t.proposal.status, content: t.proposalVersion.content })
    .from(t.defense)
    .innerJoin(t.proposal, eq(t.proposal.id, t.defense.proposal))
    .innerJoin(
      t.proposalVersion,
      and(
        eq(t.proposalVersion.proposal, t.proposal.id),
        eq(t.proposalVersion.revision, t.proposal.submittedRevision),
      ),
    )
    .where(eq(t.defense.competition, competition))
    .orderBy(asc(t.defense.order));
  const sheets = await read.select().from(t.sheet).where(eq(t.sheet.competition, competition));
  const recusals = await read
    .select({ judge: t.recusal.judge, proposal: t.recusal.proposal })
    .from(t.recusal)
    .where(and(eq(t.recusal.competition, competition), eq(t.recusal.kind, 'must')));
  const locks = await read
    .select({ session: t.sessionLock.session })
    .from(t.sessionLock)
    .where(eq(t.sessionLock.competition, competition));
  const ties = await read
    .select({ order: t.tieDecision.order })
    .from(t.tieDecision)
    .where(eq(t.tieDecision.competition, competition))
    .orderBy(asc(t.tieDecision.at), asc(t.tieDecision.id));
  return {
    judges: judges.map(({ id, profile }) => ({ id, profile })),
    projects: projects.map(({ defense, status, content }) => {
      const requested = requestedAmount(content.budget);
      return {
        id: defense.proposal,
        order: defense.order,
        session: defense.session,
        title: defense.title,
        applicantName: defense.applicantName,
        community: defense.community,
        track: defense.track,
        requested,
        // Nobody has said that less would do.
        minimum: content.minimum ?? requested,
        withdrawn: defense.status === 'withdrawn' || status === 'withdrawn' ? defense.reason : null,
      };
    }),
    sheets,
    recused: new Set(recusals.map(({ judge, proposal }) => cellKey(judge, proposal))),
    lockedSessions: new Set(locks.map(({ session }) => session)),
    tieDecisions: ties.map(({ order }) => order),
    adjustments: (await latestAdjustments(context, read, competition))?.rows ?? [],
    votes: (await latestVotes(context, read, competition))?.rows ?? [],
  };
}
