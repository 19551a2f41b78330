import { and, eq, isNull, sql } from 'drizzle-orm';
import { ContractError } from '../../shared/contract/errors.ts';
import type { Grant } from '../../shared/contract/roles.ts';
import type { Context } from '../context.ts';
import { prepared } from '../store/prepared.ts';
import type { Principal } from './principal.ts';

type PathParams = Record<string, string | undefined>;

/**
 * Decides from the route's grants alone. A grant `role:own` also asks whether the subject named in the path is the
 * caller's own; a route without a matching grant is refused.
 * @throws ContractError not_signed_in, forbidden
 */
export function authoriser(context: Context) {
  const { t, read } = context.store;
  const memberRoles = prepared('member_roles', (db) =>
    db
      .select({ role: t.member.role })
      .from(t.member)
      .where(
        and(
          eq(t.member.account, sql.placeholder('account')),
          eq(t.member.competition, sql.placeholder('competition')),
        ),
      ),
  );
  const seatedHere = prepared('seated_here', (db) =>
    db
      .select({ judge: t.seated.judge })
      .from(t.seated)
      .innerJoin(t.judge, eq(t.judge.id, t.seated.judge))
      .where(
        and(
          eq(t.seated.device, sql.placeholder('device')),
          eq(t.seated.judge, sql.placeholder('judge')),
          isNull(t.judge.removedAt),
        ),
      ),
  );
  const accountOfApplicant = prepared('account_of_applicant', (db) =>
    db
      .select({ account: t.applicant.account })
      .from(t.applicant)
      .where(
        and(
          eq(t.applicant.id, sql.placeholder('applicant')),
          eq(t.applicant.competition, sql.placeholder('competition')),
        ),
      ),
  );
  const accountOfProposal = prepared('account_of_proposal', (db) =>
    db
      .select({ account: t.applicant.account })
      .from(t.proposal)
      .innerJoin(t.applicant, eq(t.applicant.id, t.proposal.applicant))
      .where(
        and(
          eq(t.proposal.id, sql.placeholder('proposal')),
          eq(t.proposal.competition, sql.placeholder('competition')),
        ),
      ),
  );

  const rolesIn = async (principal: Principal, competition: string | undefined): Promise<string[]> => {
    if (!principal.account || !competition) return [];
    const rows = await memberRoles(read, { account: principal.account.id, competition });
    return rows.map((row) => row.role);
  };

  const ownsAsApplicant = async (principal: Principal, params: PathParams): Promise<boolean> => {
    if (!principal.account) return false;
    const [row] = params['proposal']
      ? await accountOfProposal(read, params)
      : await accountOfApplicant(read, params);
    return row?.account === principal.account.id;
  };

  const ownsAsJudge = async ({ device }: Principal, params: PathParams): Promise<boolean> => {
    if (!device || device.competition !== params['competition']) return false;
    const rows = await seatedHere(read, { device: device.id, judge: params['judge'] });
    return rows.length > 0;
  };

  return async (allow: readonly Grant[], principal: Principal, params: PathParams): Promise<string[]> => {
    if (allow.includes('public')) return rolesIn(principal, params['competition']);
    const isForTablet = allow.includes('device') || allow.includes('judge:own');
    if (principal.revoked && isForTablet && !principal.account) throw new ContractError('device_revoked');
    if (!principal.account && !principal.device) throw new ContractError('not_signed_in');
    const competition = params['competition'];
    if (allow.includes('judge:own') && (await ownsAsJudge(principal, params))) return ['judge'];
    if (allow.includes('device') && principal.device) return ['device'];
    const held = await rolesIn(principal, competition);
    if (principal.account?.kind === 'officer') held.push('officer');
    if (held.some((role) => allow.includes(role as Grant))) return held;
    if (
      allow.includes('applicant:own') &&
      held.includes('applicant') &&
      (await ownsAsApplicant(principal, params))
    )
      return held;
    // Someone with only a tablet is asked to sign in where an account would do.
    throw new ContractError(principal.account || allow.includes('judge:own') ? 'forbidden' : 'not_signed_in');
  };
}
