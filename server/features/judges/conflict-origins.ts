import { and, eq, inArray } from 'drizzle-orm';
import type { JudgeOrigin, ProposalOrigin } from '../../../shared/panels/conflict-checks.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { panelOf } from './panel.ts';

/** What conflicts are looked for in: the panel, and the projects still in the running. */
export interface ConflictOrigins {
  readonly judges: JudgeOrigin[];
  /** `isLocked`: its half-day is signed. */
  readonly projects: (ProposalOrigin & { title: string; isLocked: boolean })[];
}

/** Reads both sides; what was submitted counts, whatever is being typed since. */
export async function conflictOrigins(
  context: Context,
  db: Db,
  competition: string,
): Promise<ConflictOrigins> {
  const { proposal, proposalVersion, applicant, defense, sessionLock } = context.store.t;
  const rows = await db
    .select({
      id: proposal.id,
      content: proposalVersion.content,
      applicant: applicant.id,
      phone: applicant.phone,
      profile: applicant.profile,
      lockedAt: sessionLock.at,
    })
    .from(proposal)
    .innerJoin(applicant, eq(applicant.id, proposal.applicant))
    .innerJoin(
      proposalVersion,
      and(
        eq(proposalVersion.proposal, proposal.id),
        eq(proposalVersion.revision, proposal.submittedRevision),
      ),
    )
    .leftJoin(defense, eq(defense.proposal, proposal.id))
    .leftJoin(
      sessionLock,
      and(eq(sessionLock.competition, defense.competition), eq(sessionLock.session, defense.session)),
    )
    .where(
      and(
        eq(proposal.competition, competition),
        inArray(proposal.status, ['submitted', 'returned', 'passed']),
      ),
    )
    .orderBy(proposal.id);
  const panel = await panelOf(context, db, competition);
  return {
    judges: panel.map(({ id, profile }) => ({
      judge: id,
      community: profile.community,
      name: profile.name,
      unit: profile.unit,
      ...(profile.phone === undefined ? {} : { phone: profile.phone }),
      ...(profile.mentored === undefined ? {} : { mentored: profile.mentored }),
    })),
    projects: rows.map(({ id, content, applicant: owner, phone, profile, lockedAt }) => ({
      proposal: id,
      title: content.title,
      community: content.community,
      host: profile?.host ?? null,
      applicant: owner,
      applicantName: profile?.name ?? '',
      leader: profile?.leader ?? '',
      phone,
      isLocked: lockedAt !== null,
    })),
  };
}
