import { statfs } from 'node:fs/promises';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { JudgeCheck, RecoveryReport } from '../../../shared/contract/recovery.ts';
import type { Context } from '../../context.ts';
import { panelOf } from '../judges/panel.ts';
import { loadCells } from '../stage/cells.ts';
import { stageSnapshot } from '../stage/snapshot.ts';

/** What the server has of every judge after it started, for the people who decide whether the hall can go on. */
export async function recoveryReport(context: Context, competition: string): Promise<RecoveryReport> {
  return {
    serverTime: context.now(),
    startedAt: context.startedAt,
    after: context.beginning.kind,
    restored: await lastRestoring(context, competition),
    stage: await stageSnapshot(context, competition),
    disk: await diskOf(context.config.dataFolder),
    copies: context.copies?.state() ?? null,
    judges: await judgeChecks(context, competition),
  };
}

async function lastRestoring({ store }: Context, competition: string): Promise<RecoveryReport['restored']> {
  const { ledger } = store.t;
  const [entry] = await store.read
    .select({ at: ledger.at, data: ledger.data })
    .from(ledger)
    .where(and(eq(ledger.scope, competition), eq(ledger.action, 'backup_restored')))
    .orderBy(desc(ledger.seq))
    .limit(1);
  return entry ? { at: entry.at, taken: Number(entry.data['taken']) } : null;
}

/** A folder that cannot be asked has no figures; the page says so. */
async function diskOf(folder: string): Promise<RecoveryReport['disk']> {
  const found = await statfs(folder).catch(() => null);
  return found && { free: found.bavail * found.bsize, total: found.blocks * found.bsize };
}

async function judgeChecks(context: Context, competition: string): Promise<JudgeCheck[]> {
  const { read, t } = context.store;
  const panel = await panelOf(context, read, competition);
  const cells = await loadCells(context, read, competition);
  const defenses = await read
    .select()
    .from(t.defense)
    .where(eq(t.defense.competition, competition))
    .orderBy(t.defense.order);
  const called = defenses.filter(({ startedAt, status }) => startedAt !== null && status !== 'withdrawn');
  const saved = await lastSaved(context, competition);
  const tablets = await tabletsOf(context, competition);
  return panel.map(({ id, profile }) => {
    const states = defenses.map(({ proposal }) => cells(id, proposal));
    const { lastSeenAt, tablet } = tablets.get(id) ?? { lastSeenAt: null, tablet: null };
    return {
      judge: id,
      name: profile.name,
      seat: profile.seat,
      submitted: states.filter((state) => state === 'sent' || state === 'done').length,
      drafts: states.filter((state) => state === 'draft').length,
      missing: called
        .filter(({ proposal }) => ['none', 'draft'].includes(cells(id, proposal)))
        .map(({ order }) => order),
      lastSavedAt: saved.get(id) ?? null,
      lastSeenAt,
      tablet,
    };
  });
}

async function lastSaved({ store }: Context, competition: string): Promise<ReadonlyMap<string, number>> {
  const { sheet } = store.t;
  const rows = await store.read
    .select({ judge: sheet.judge, at: sheet.savedAt })
    .from(sheet)
    .where(eq(sheet.competition, competition));
  const latest = new Map<string, number>();
  for (const { judge, at } of rows) latest.set(judge, Math.max(at, latest.get(judge) ?? 0));
  return latest;
}

type Tablet = Pick<JudgeCheck, 'lastSeenAt' | 'tablet'>;

/** Of several devices of one judge the one that reported last speaks; a report from before this start says nothing. */
async function tabletsOf(
  { store, startedAt }: Context,
  competition: string,
): Promise<ReadonlyMap<string, Tablet>> {
  const { device, seated } = store.t;
  const rows = await store.read
    .select({ judge: seated.judge, seenAt: device.seenAt, held: seated.held })
    .from(seated)
    .innerJoin(device, eq(device.id, seated.device))
    .where(and(eq(device.competition, competition), isNull(device.revokedAt)));
  const tablets = new Map<string, Tablet>();
  for (const { judge, seenAt, held } of rows) {
    const known = tablets.get(judge);
    const isNewer = held !== null && held.at >= startedAt && held.at >= (known?.tablet?.at ?? 0);
    tablets.set(judge, {
      lastSeenAt: Math.max(seenAt, known?.lastSeenAt ?? 0),
      tablet: isNewer ? held : (known?.tablet ?? null),
    });
  }
  return tablets;
}
