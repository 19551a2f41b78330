import { and, eq, isNull } from 'drizzle-orm';
import { limits } from '../../../shared/contract/limits.ts';
import type { Console } from '../../../shared/contract/stage.ts';
import { plannedStart } from '../../../shared/stage/timetable.ts';
import type { Context } from '../../context.ts';
import { countOpenCountersignatures } from '../approvals/countersign.ts';
import { lockedSessions } from '../defenses/open.ts';
import { competitionState } from '../defenses/settings.ts';
import { raisedHands } from '../help-calls/queries.ts';
import { panelOf } from '../judges/panel.ts';
import { holderOf } from './baton.ts';
import { loadCells } from './cells.ts';
import { stageRow, stageSnapshot } from './snapshot.ts';

/** The host's console: order, stage, and the grid of seats × projects, which says who is in and holds no mark. */
export async function hostConsole(context: Context, competition: string): Promise<Console> {
  const { read, t } = context.store;
  const { settings } = await competitionState(context, read, competition);
  const panel = await panelOf(context, read, competition);
  const locked = await lockedSessions(context, read, competition);
  const seen = await lastSeen(context, competition);
  const cells = await loadCells(context, read, competition);
  const defenses = await read.select().from(t.defense).where(eq(t.defense.competition, competition));
  const row = await stageRow(context, read, competition);
  const communities = new Map(settings.communities.map(({ id, name }) => [id, name]));
  return {
    stage: await stageSnapshot(context, competition),
    revision: row.revision,
    copies: copiesOf(context),
    recovered: recoveredOf(context),
    holder: await holderOf(context, row),
    countersign: await countOpenCountersignatures(context, read, competition),
    calls: await raisedHands(context, competition, panel),
    sessions: settings.timeline.sessions.map(({ id, name, from, to }) => ({
      id,
      name,
      from,
      to,
      locked: locked.has(id),
    })),
    judges: panel.map(({ id, profile, codeTries }) => ({
      id,
      name: profile.name,
      seat: profile.seat,
      lastSeenAt: seen.get(id) ?? null,
      codeLocked: codeTries >= limits.tries,
    })),
    rows: defenses
      .sort((a, b) => a.turn - b.turn || a.order - b.order)
      .map((row) => ({
        proposal: row.proposal,
        order: row.order,
        session: row.session,
        title: row.title,
        applicantName: row.applicantName,
        community: row.community === null ? '' : (communities.get(row.community) ?? ''),
        ...(row.track === null ? {} : { track: row.track }),
        status: row.status as Console['rows'][number]['status'],
        plannedStart: row.plannedStart ?? plannedStart(row.order, settings.timeline),
        cells: panel.map(({ id }) => cells(id, row.proposal)),
      })),
  };
}

function copiesOf({ copies }: Context): Console['copies'] {
  if (!copies) return null;
  const { latest, fault, late } = copies.state();
  return { at: latest?.at ?? null, failing: fault !== null || late };
}

function recoveredOf({ beginning: { kind }, startedAt }: Context): Console['recovered'] {
  return kind === 'unclean' || kind === 'restored' ? { at: startedAt, after: kind } : null;
}

/** When a device of each judge was last heard of. */
async function lastSeen({ store }: Context, competition: string): Promise<ReadonlyMap<string, number>> {
  const { device, seated } = store.t;
  const rows = await store.read
    .select({ judge: seated.judge, at: device.seenAt })
    .from(seated)
    .innerJoin(device, eq(device.id, seated.device))
    .where(and(eq(device.competition, competition), isNull(device.revokedAt)));
  const latest = new Map<string, number>();
  for (const { judge, at } of rows) latest.set(judge, Math.max(at, latest.get(judge) ?? 0));
  return latest;
}
