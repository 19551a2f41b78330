import { eq } from 'drizzle-orm';
import type { Static } from 'typebox';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Substitution } from '../../../shared/contract/incidents.ts';
import type { JudgeProfile } from '../../../shared/contract/judges.ts';
import { record } from '../../ledger.ts';
import { advanceBooks } from '../../live/stage-seq.ts';
import { competitionState } from '../defenses/settings.ts';
import { lockedSessions } from '../defenses/open.ts';
import { markAbsent } from '../judges/absences.ts';
import { addJudge } from '../judges/commands.ts';
import { judgeOf, panelOf } from '../judges/panel.ts';
import type { JudgeRow } from '../judges/panel.ts';
import { checkProfile } from '../judges/profile-faults.ts';
import { raiseComputed } from '../judges/recusals.ts';
import { loadCells } from '../stage/cells.ts';
import { effectOf, requireDefense } from './effect.ts';
import type { Incident, Place } from './incident.ts';

type Change = Static<typeof Substitution>;

/**
 * 替换评委: who goes keeps what is submitted and has left for what is not on stage yet; the substitute sits at the same
 * seat, for the same party, with a code of their own, and scores that alone. Recusals that follow from the
 * substitute's community are raised at once.
 */
export const substitution: Incident<Change> = {
  act: 'judge_substituted',

  async effect(place, change) {
    await requireDefense(place);
    const { context, db, competition } = place;
    const leaving = await judgeOf(context, db, competition, change.judge);
    const { settings } = await competitionState(context, db, competition);
    const others = await panelOf(context, db, competition);
    checkProfile(
      profileOf(change, leaving),
      settings,
      others.filter(({ id }) => id !== leaving.id || leaving.profile.name === change.name),
    );
    const { rest } = await splitOf(place, change.judge);
    const effect = await effectOf(
      place,
      rest.map((proposal) => ({ judge: change.judge, proposal, after: 'absent' })),
    );
    // One goes and one comes: as many can be valid as before.
    return { ...effect, projects: [] };
  },

  async perform(place, change, { officer, approver, operation }) {
    const { context, db: tx, competition } = place;
    const by = `officer:${officer}` as const;
    const leaving = await judgeOf(context, tx, competition, change.judge);
    const { rest, heard } = await splitOf(place, change.judge);
    for (const { proposal, revision } of await revisionsOf(place, change.judge, rest))
      await markAbsent(context, tx, {
        competition,
        judge: change.judge,
        proposal,
        absent: 'left',
        operation,
        revision,
      });
    const { id } = await addJudge(context, tx, competition, profileOf(change, leaving), by);
    const { sheet } = context.store.t;
    for (const proposal of heard)
      await tx.insert(sheet).values({
        competition,
        judge: id,
        proposal,
        revision: 0,
        status: 'unassigned',
        marks: {},
        comment: '',
        absent: '',
        savedAt: context.now(),
        ledgerSeq: 0,
      });
    const entry = await record(context, tx, competition, {
      at: context.now(),
      actor: by,
      action: 'judge_substituted',
      subject: `judge:${id}`,
      data: { judge: change.judge, entries: rest, approver },
      sealed: { reason: change.reason },
    });
    await raiseComputed(context, tx, competition, by);
    await advanceBooks(context, tx, competition);
    return entry;
  },
};

/** Same seat, same party; the rest is the substitute's own. The head of the panel is named anew. */
const profileOf = ({ name, unit, community }: Change, { profile }: JudgeRow): JudgeProfile => ({
  name,
  party: profile.party,
  seat: profile.seat,
  community,
  expertise: [],
  unit,
  head: false,
});

/**
 * `heard`: projects that were called before, or whose session is signed: whoever did not hear a defense does not
 * score it. `rest`: the others, as far as the judge who goes would still have scored them.
 * @throws ContractError wrong_state when nothing is left to score
 */
async function splitOf(
  { context, db, competition }: Place,
  judge: string,
): Promise<{ rest: string[]; heard: string[] }> {
  const { defense } = context.store.t;
  const cells = await loadCells(context, db, competition);
  const locked = await lockedSessions(context, db, competition);
  const rows = await db.select().from(defense).where(eq(defense.competition, competition));
  const taking = rows.filter(({ status }) => status !== 'withdrawn').sort((a, b) => a.order - b.order);
  const ahead = taking.filter(({ session, startedAt }) => startedAt === null && !locked.has(session));
  if (ahead.length === 0)
    throw new ContractError('wrong_state', { message: '没有还没上台的项目了，替补评委没有可评的' });
  const isAhead = new Set(ahead.map(({ proposal }) => proposal));
  return {
    rest: [...isAhead].filter((proposal) => ['none', 'draft'].includes(cells(judge, proposal))),
    heard: taking.map(({ proposal }) => proposal).filter((proposal) => !isAhead.has(proposal)),
  };
}

async function revisionsOf(
  { context, db }: Place,
  judge: string,
  proposals: readonly string[],
): Promise<{ proposal: string; revision: number }[]> {
  const { sheet } = context.store.t;
  const rows = await db
    .select({ proposal: sheet.proposal, revision: sheet.revision })
    .from(sheet)
    .where(eq(sheet.judge, judge));
  const known = new Map(rows.map(({ proposal, revision }) => [proposal, revision]));
  return proposals.map((proposal) => ({ proposal, revision: known.get(proposal) ?? 0 }));
}
