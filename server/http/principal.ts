import { eq, sql } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import type { Config, Context } from '../context.ts';
import { sha256 } from '../sha256.ts';
import { prepared } from '../store/prepared.ts';
import type { Schema } from '../store/schema.ts';

/** Who is asking: an account by its session cookie, a device by its own, or neither. */
export interface Principal {
  account: { id: string; kind: 'officer' | 'applicant'; name: string; hasApprovalSecret: boolean } | null;
  device: { id: string; competition: string; seat: number | null } | null;
  /** The device's cookie is known, and was taken out of use. */
  revoked?: boolean;
}

export const nobody: Principal = { account: null, device: null };

/**
 * Cookie names; the prefix makes browsers refuse them over a connection that is not https. A rehearsal has its own:
 * it runs on another port of the same machine, and browsers do not tell ports apart.
 */
export function cookieNames({ origin, rehearsal }: Pick<Config, 'origin' | 'rehearsal'>) {
  const name = `${origin.startsWith('https:') ? '__Host-' : ''}gp${rehearsal ? '-rehearsal' : ''}`;
  return { session: name, device: `${name}-device` };
}

/** Reads who is asking from the cookies; an unknown or ended token counts as none. */
export function principalReader(context: Context) {
  const { t, read } = context.store;
  const names = cookieNames(context.config);
  const accountBy = accountByToken(t);
  const deviceBy = deviceByToken(t);
  return async (request: FastifyRequest): Promise<Principal> => {
    const sessionToken = request.cookies[names.session];
    const deviceToken = request.cookies[names.device];
    if (!sessionToken && !deviceToken) return nobody;
    const [account] = sessionToken ? await accountBy(read, { token: sha256(sessionToken) }) : [];
    const [device] = deviceToken ? await deviceBy(read, { token: sha256(deviceToken) }) : [];
    return {
      account: account
        ? {
            id: account.id,
            kind: account.kind === 'officer' ? 'officer' : 'applicant',
            name: account.name,
            hasApprovalSecret: account.approvalHash !== null,
          }
        : null,
      device: device && device.revokedAt === null ? deviceIn(device) : null,
      ...(device && device.revokedAt !== null ? { revoked: true } : {}),
    };
  };
}

const deviceIn = ({ id, competition, seat }: NonNullable<Principal['device']>): Principal['device'] => ({
  id,
  competition,
  seat,
});

const accountByToken = (t: Schema) =>
  prepared('account_by_token', (db) =>
    db
      .select({
        id: t.account.id,
        kind: t.account.kind,
        name: t.account.name,
        approvalHash: t.account.approvalHash,
      })
      .from(t.session)
      .innerJoin(t.account, eq(t.account.id, t.session.account))
      .where(eq(t.session.tokenHash, sql.placeholder('token'))),
  );

const deviceByToken = (t: Schema) =>
  prepared('device_by_token', (db) =>
    db
      .select({
        id: t.device.id,
        competition: t.device.competition,
        seat: t.device.seat,
        revokedAt: t.device.revokedAt,
      })
      .from(t.device)
      .where(eq(t.device.tokenHash, sql.placeholder('token'))),
  );
