import { and, eq, isNull } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { newId, newToken } from '../../new-id.ts';
import { sha256 } from '../../sha256.ts';
import type { Db } from '../../store/store.ts';

export interface EnrolledDevice {
  id: string;
  competition: string;
  seat: number | null;
  /** Goes into the cookie and nowhere else. */
  token: string;
}

/**
 * Makes a device of a browser that holds the token of an invitation. An invitation is good once, and not for ever.
 * @throws ContractError wrong_credentials, whatever is wrong with the token
 */
export async function enrolDevice(context: Context, invitationToken: string): Promise<EnrolledDevice> {
  const { invitation } = context.store.t;
  const tokenHash = sha256(invitationToken);
  const refused = new ContractError('wrong_credentials', {
    message: '这个二维码已经用过或已过期，请让工作人员重新出一个',
  });
  const [known] = await context.store.read
    .select({ competition: invitation.competition })
    .from(invitation)
    .where(eq(invitation.tokenHash, tokenHash));
  if (!known) throw refused;
  const { competition } = known;
  const [id, token] = [newId(context), newToken(context)];
  return context.store.write(competition, async (tx) => {
    const [open] = await tx
      .select()
      .from(invitation)
      .where(and(eq(invitation.tokenHash, tokenHash), isNull(invitation.usedAt)));
    if (!open || open.expiresAt <= context.now()) throw refused;
    await tx.update(invitation).set({ usedAt: context.now() }).where(eq(invitation.tokenHash, tokenHash));
    const { seat, label } = open;
    const enrolled = { id, competition, seat, token };
    await addDevice(context, tx, enrolled, label);
    return enrolled;
  });
}

/** Writes a new device and its entry in the ledger. */
export async function addDevice(
  context: Context,
  tx: Db,
  { id, competition, seat, token }: EnrolledDevice,
  label: string,
): Promise<void> {
  const at = context.now();
  await tx
    .insert(context.store.t.device)
    .values({ id, competition, tokenHash: sha256(token), seat, label, enrolledAt: at, seenAt: at });
  await record(context, tx, competition, {
    at,
    actor: 'system',
    action: 'device_enrolled',
    subject: `device:${id}`,
    data: { seat },
    sealed: {},
  });
}

/** Takes a device out of use; its cookie is good for nothing from then on. */
export async function revokeDevice(
  context: Context,
  tx: Db,
  competition: string,
  id: string,
  by: `officer:${string}`,
): Promise<void> {
  const { device } = context.store.t;
  const [row] = await tx
    .select({ id: device.id })
    .from(device)
    .where(and(eq(device.id, id), eq(device.competition, competition), isNull(device.revokedAt)));
  if (!row) throw new ContractError('not_found');
  await tx.update(device).set({ revokedAt: context.now() }).where(eq(device.id, id));
  await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'device_revoked',
    subject: `device:${id}`,
    data: {},
    sealed: {},
  });
}

/**
 * Puts an enrolled device at a seat, in place of another where one is named. Nobody is signed in on it from before:
 * who sits there now types the own code.
 * @throws ContractError not_found
 */
export async function moveDevice(
  context: Context,
  tx: Db,
  competition: string,
  { id, seat, instead }: { id: string; seat: number | null; instead: string | null },
  by: `officer:${string}`,
): Promise<void> {
  const { device, seated } = context.store.t;
  const [row] = await tx
    .select({ id: device.id })
    .from(device)
    .where(and(eq(device.id, id), eq(device.competition, competition), isNull(device.revokedAt)));
  if (!row || instead === id) throw new ContractError('not_found');
  await tx.delete(seated).where(eq(seated.device, id));
  await tx.update(device).set({ seat }).where(eq(device.id, id));
  await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'device_moved',
    subject: `device:${id}`,
    data: { seat },
    sealed: {},
  });
  if (instead !== null) await revokeDevice(context, tx, competition, instead, by);
}
