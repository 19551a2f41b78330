import { and, eq, sql } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { perSchema, prepared } from '../../store/prepared.ts';
import type { Db } from '../../store/store.ts';

const statements = perSchema((t) => ({
  /** Everything that decides about one sheet, in one statement: this is asked at every tap on the pad. */
  gate: prepared('sheet_gate', (db) =>
    db
      .select({
        settingsRevision: t.competition.revision,
        status: t.defense.status,
        track: t.defense.track,
        calledAt: t.defense.startedAt,
        lockedAt: t.sessionLock.at,
        recusal: t.recusal.id,
        sheet: {
          revision: t.sheet.revision,
          status: t.sheet.status,
          marks: t.sheet.marks,
          comment: t.sheet.comment,
          savedAt: t.sheet.savedAt,
          ledgerSeq: t.sheet.ledgerSeq,
          returned: t.sheet.returned,
        },
      })
      .from(t.defense)
      .innerJoin(t.competition, eq(t.competition.id, t.defense.competition))
      .leftJoin(
        t.sheet,
        and(eq(t.sheet.judge, sql.placeholder('judge')), eq(t.sheet.proposal, t.defense.proposal)),
      )
      .leftJoin(
        t.sessionLock,
        and(
          eq(t.sessionLock.competition, t.defense.competition),
          eq(t.sessionLock.session, t.defense.session),
        ),
      )
      .leftJoin(
        t.recusal,
        and(
          eq(t.recusal.judge, sql.placeholder('judge')),
          eq(t.recusal.proposal, t.defense.proposal),
          eq(t.recusal.kind, 'must'),
        ),
      )
      .where(
        and(
          eq(t.defense.proposal, sql.placeholder('proposal')),
          eq(t.defense.competition, sql.placeholder('competition')),
        ),
      ),
  ),
}));

/** One sheet: whose, for which project, where. */
export type SheetKey = { competition: string; judge: string; proposal: string };

/** A sheet as the ledger names it. */
export const sheetSubject = ({ judge, proposal }: Pick<SheetKey, 'judge' | 'proposal'>): `sheet:${string}` =>
  `sheet:${judge}${proposal}`;

/** What stands between a judge and a sheet. `sheet` is null before the first save. */
export type Gate = NonNullable<Awaited<ReturnType<typeof gateOf>>>;

/**
 * Loads the gate of a sheet.
 * @throws ContractError not_found for a project that is not in the order
 */
export async function gateOf({ store }: Context, db: Db, key: SheetKey) {
  const [gate] = await statements(store.t).gate(db, key);
  if (!gate) throw new ContractError('not_found');
  return gate;
}

/** Whether a sheet is with its judge for correction (退回修改); @param now ms */
export const isReturned = ({ sheet }: Pick<Gate, 'sheet'>, now: number): boolean =>
  sheet !== null && sheet.returned !== null && sheet.returned.until > now;

/**
 * Whether marks may be written now: until the session is locked, and after it while the sheet is returned.
 * @param now ms
 * @throws ContractError locked, wrong_state when the project withdrew, not_scoring, too_early
 */
export function requireOpen(gate: Gate, now: number): void {
  const returned = isReturned(gate, now);
  if (gate.lockedAt !== null && !returned) throw new ContractError('locked');
  if (gate.status === 'withdrawn') throw new ContractError('wrong_state', { message: '这个项目已退出答辩' });
  const isAbsent = ['absent', 'unassigned'].includes(gate.sheet?.status ?? '') && !returned;
  if (gate.recusal !== null || isAbsent) throw new ContractError('not_scoring');
  if (gate.calledAt === null) throw new ContractError('too_early');
}
