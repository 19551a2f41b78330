import { and, eq, isNull } from 'drizzle-orm';
import type { Device, Seat } from '../../../shared/contract/devices.ts';
import type { Context } from '../../context.ts';
import { shownMark } from '../../rehearsal/mark.ts';
import { sha256 } from '../../sha256.ts';
import { competitionState } from '../defenses/settings.ts';
import { panelOf } from '../judges/panel.ts';
import { blankBook, mustRecuse } from '../judging/queries.ts';

/** Devices in use, oldest first, each with the judges who have signed in on it. */
export async function listDevices(context: Context, competition: string): Promise<Device[]> {
  const { t, read } = context.store;
  const rows = await read
    .select()
    .from(t.device)
    .where(and(eq(t.device.competition, competition), isNull(t.device.revokedAt)))
    .orderBy(t.device.enrolledAt, t.device.id);
  const seated = await read
    .select({ device: t.seated.device, judge: t.seated.judge })
    .from(t.seated)
    .innerJoin(t.judge, eq(t.judge.id, t.seated.judge))
    .where(and(eq(t.judge.competition, competition), isNull(t.judge.removedAt)));
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    seat: row.seat,
    enrolledAt: row.enrolledAt,
    lastSeenAt: row.seenAt,
    judges: seated.filter(({ device }) => device === row.id).map(({ judge }) => judge),
  }));
}

/**
 * What a device needs to tell its judges apart and to serve them without network: those of its seat, or everybody where
 * it has none. Of a code only the salted hash leaves; four digits are no secret, and nothing rests on their being one.
 */
export async function describeSeat(
  context: Context,
  device: { competition: string; seat: number | null },
): Promise<Seat> {
  const { read } = context.store;
  const { settings } = await competitionState(context, read, device.competition);
  const panel = await panelOf(context, read, device.competition);
  const own = panel.filter(({ profile }) => device.seat === null || profile.seat === device.seat);
  return {
    competition: device.competition,
    shortName: settings.shortName,
    mark: shownMark(context.config, settings),
    seat: device.seat,
    roster: await Promise.all(
      own.map(async ({ id, profile, code, codeSalt }) => ({
        judge: id,
        name: profile.name,
        seat: profile.seat,
        salt: codeSalt,
        verifier: sha256(`${codeSalt}:${code}`),
        recused: [...(await mustRecuse(context, id))].sort(),
      })),
    ),
    book: await blankBook(context, device.competition),
  };
}
