import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { CheckedDevice, HallCheck, HallTick } from '../../../shared/contract/hall-check.ts';
import { hallTicks } from '../../../shared/contract/hall-check.ts';
import type { Context } from '../../context.ts';
import { panelOf } from '../judges/panel.ts';
import { readMachine } from './machine.ts';
import { selfCheck } from './self-check.ts';

/** The hall as it stands: every tablet in use, the server, what somebody has looked at. */
export async function loadHallCheck(context: Context, competition: string): Promise<HallCheck> {
  const { config, store, copies, now } = context;
  const devices = await checkedDevices(context, competition);
  const state = copies?.state() ?? null;
  return {
    at: now(),
    origin: config.origin,
    devices,
    server: selfCheck({
      origin: config.origin,
      now: now(),
      machine: await readMachine(config.dataFolder),
      copies: state && {
        at: state.latest?.at ?? null,
        folder: state.folder,
        failing: state.fault !== null || state.late,
        sameDisk: state.sameDisk,
      },
      engine: store.engine,
      devices,
    }),
    ticks: await ticksOf(context, competition),
  };
}

async function checkedDevices(context: Context, competition: string): Promise<CheckedDevice[]> {
  const { t, read } = context.store;
  const panel = await panelOf(context, read, competition);
  const rows = await read
    .select({ device: t.device, facts: t.deviceCheck.facts, checkedAt: t.deviceCheck.at })
    .from(t.device)
    .leftJoin(t.deviceCheck, eq(t.deviceCheck.device, t.device.id))
    .where(and(eq(t.device.competition, competition), isNull(t.device.revokedAt)));
  const ids = rows.map(({ device }) => device.id);
  const seated =
    ids.length === 0 ? [] : await read.select().from(t.seated).where(inArray(t.seated.device, ids));
  return rows
    .map(({ device, facts, checkedAt }) => ({
      id: device.id,
      label: device.label,
      seat: device.seat,
      judges: panel
        .filter(({ id }) => seated.some((one) => one.device === device.id && one.judge === id))
        .map(({ profile }) => profile.name),
      lastSeenAt: device.seenAt,
      facts,
      checkedAt,
    }))
    .sort((a, b) => (a.seat ?? 100) - (b.seat ?? 100) || (a.label < b.label ? -1 : 1));
}

async function ticksOf({ store: { read, t } }: Context, competition: string): Promise<HallCheck['ticks']> {
  const rows = await read
    .select({ item: t.hallTick.item, at: t.hallTick.at, byName: t.account.name })
    .from(t.hallTick)
    .innerJoin(t.account, eq(t.account.id, t.hallTick.by))
    .where(eq(t.hallTick.competition, competition));
  return rows.flatMap((row) => (isTick(row.item) ? [{ ...row, item: row.item }] : []));
}

/** Whether a word of an address names something to be ticked. */
export const isTick = (item: string): item is HallTick => (hallTicks as readonly string[]).includes(item);
