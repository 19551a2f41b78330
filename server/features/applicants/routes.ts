import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import { once } from '../../http/operation.ts';
import { officerOf } from '../../http/server.ts';
import type { Server } from '../../http/server.ts';
import { hashPassword } from '../../passwords.ts';
import { callSettings } from '../proposals/call.ts';
import { isProfileOpen } from '../proposals/profile-window.ts';
import { codeOf, issueCode } from './codes.ts';
import { acceptedProfile, enterApplicant, saveProfile } from './commands.ts';
import { listApplicants } from './queries.ts';
import { applicantOfAccount, applicantRow, presentApplicant } from './rows.ts';

export function registerApplicants({ on, context }: Server): void {
  const { applicants } = contract;
  const { read, write } = context.store;

  on(applicants.list, ({ params }) => listApplicants(context, params.competition));

  on(applicants.issueCode, async (call) => {
    const { competition } = call.params;
    const { operation, phone, note } = call.body;
    const code = codeOf(context, competition, operation);
    const hash = await hashPassword(code);
    const applicant = await once(call, competition, operation, async (tx) => {
      await callSettings(context, tx, competition);
      return issueCode(context, tx, competition, { phone, note, hash }, officerOf(call));
    });
    return { applicant, phone, code };
  });

  on(applicants.enter, async (call) => {
    const { competition } = call.params;
    const profile = acceptedProfile(call.body.profile);
    return once(call, competition, call.body.operation, async (tx) =>
      enterApplicant(
        context,
        tx,
        competition,
        profile,
        await callSettings(context, tx, competition),
        officerOf(call),
      ),
    );
  });

  on(applicants.mine, async ({ params, principal }) => {
    const own = await applicantOfAccount(context, read, params.competition, principal.account?.id ?? '');
    if (!own) throw new ContractError('not_found');
    return presentApplicant(own);
  });

  on(applicants.save, async (call) => {
    const { competition, applicant } = call.params;
    const profile = acceptedProfile(call.body.profile);
    return write(competition, async (tx) => {
      const settings = await callSettings(context, tx, competition);
      const row = await applicantRow(context, tx, competition, applicant);
      const isOwn = row.account !== null && row.account === call.principal.account?.id;
      if (isOwn && !(await isProfileOpen(context, tx, row, settings)))
        throw new ContractError('wrong_state', { message: '申报已截止，资料要改请联系承办方' });
      const by = isOwn ? (`applicant:${row.id}` as const) : officerOf(call);
      return saveProfile(context, tx, row, { base: call.body.base, profile }, settings, by);
    });
  });
}
