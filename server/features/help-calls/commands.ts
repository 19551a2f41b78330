import { and, desc, eq, isNull } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { HelpCall } from '../../../shared/contract/help-calls.ts';
import type { Context } from '../../context.ts';
import type { Principal } from '../../http/principal.ts';
import { advanceStage } from '../../live/stage-seq.ts';
import { newId } from '../../new-id.ts';
import type { Schema } from '../../store/schema.ts';
import type { Db } from '../../store/store.ts';

type Device = NonNullable<Principal['device']>;
type Row = Schema['helpCall']['$inferSelect'];

const present = ({ id, about, at, answeredAt }: Row): HelpCall => ({
  id,
  about: about as HelpCall['about'],
  at,
  answeredAt,
});

/** The latest call of a tablet, null where it never called. */
export async function latestCall(
  { store: { t } }: Context,
  db: Db,
  device: string,
): Promise<HelpCall | null> {
  const [row] = await db
    .select()
    .from(t.helpCall)
    .where(eq(t.helpCall.device, device))
    .orderBy(desc(t.helpCall.at), desc(t.helpCall.id))
    .limit(1);
  return row ? present(row) : null;
}

/** Raises a hand. One tablet has one open call at most: a second press says anew what it is about, the age stays. */
export async function raiseHand(
  context: Context,
  tx: Db,
  device: Device,
  { judge, about }: { judge: string | null; about: HelpCall['about'] },
): Promise<HelpCall> {
  const { helpCall, seated } = context.store.t;
  const { competition, seat } = device;
  const [open] = await tx
    .select()
    .from(helpCall)
    .where(and(eq(helpCall.device, device.id), isNull(helpCall.answeredAt)));
  // Nobody calls in the name of a judge who has not sat down here.
  const [here] =
    judge === null
      ? []
      : await tx
          .select({ judge: seated.judge })
          .from(seated)
          .where(and(eq(seated.device, device.id), eq(seated.judge, judge)));
  const who = here?.judge ?? null;
  if (open) await tx.update(helpCall).set({ about, judge: who }).where(eq(helpCall.id, open.id));
  const row: Row = open
    ? { ...open, about, judge: who }
    : {
        id: newId(context),
        competition,
        device: device.id,
        judge: who,
        seat,
        about,
        at: context.now(),
        answeredAt: null,
        answeredBy: null,
      };
  if (!open) await tx.insert(helpCall).values(row);
  await advanceStage(context, tx, competition);
  return present(row);
}

/** Takes an open call of this tablet back; nothing happens where it is answered already. */
export async function lowerHand(context: Context, tx: Db, device: Device, id: string): Promise<void> {
  const { helpCall } = context.store.t;
  const own = and(eq(helpCall.id, id), eq(helpCall.device, device.id), isNull(helpCall.answeredAt));
  await tx.delete(helpCall).where(own);
  await advanceStage(context, tx, device.competition);
}

/**
 * Somebody goes there.
 * @throws ContractError not_found
 */
export async function answerCall(
  context: Context,
  tx: Db,
  competition: string,
  id: string,
  by: string,
): Promise<void> {
  const { helpCall } = context.store.t;
  const [row] = await tx
    .select()
    .from(helpCall)
    .where(and(eq(helpCall.id, id), eq(helpCall.competition, competition)));
  if (!row) throw new ContractError('not_found');
  // Two of the staff saw it at the same time: the first one goes.
  if (row.answeredAt !== null) return;
  await tx.update(helpCall).set({ answeredAt: context.now(), answeredBy: by }).where(eq(helpCall.id, id));
  await advanceStage(context, tx, competition);
}
