import { and, eq, isNotNull } from 'drizzle-orm';
import type { JudgeOrigin, ProposalOrigin } from '../../../shared/panels/conflict-checks.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { countedProposals } from '../proposals/counted.ts';
import { panelOf } from './panel.ts';

/** What was submitted and has neither been refused nor withdrawn. */
const running: readonly string[] = ['submitted', 'returned', 'passed'];

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
  const { sessionLock } = context.store.t;
  const rows = (await countedProposals(context, db, competition)).filter(({ status }) =>
    running.includes(status),
  );
  const locked = await db
    .select({ session: sessionLock.session })
    .from(sessionLock)
    .where(and(eq(sessionLock.competition, competition), isNotNull(sessionLock.at)));
  const lockedSessions = new Set(locked.map(({ session }) => session));
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
    projects: rows.map(({ id, content, defense, applicant: { id: owner, phone, profile } }) => ({
      proposal: id,
      title: content.title,
      community: content.community,
      host: profile?.host ?? null,
      applicant: owner,
      applicantName: profile?.name ?? '',
      leader: profile?.leader ?? '',
      phone,
      isLocked: defense !== null && lockedSessions.has(defense.session),
    })),
  };
}
