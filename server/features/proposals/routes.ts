import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import { once } from '../../http/operation.ts';
import type { Server } from '../../http/server.ts';
import { applicantOfAccount, applicantRow } from '../applicants/rows.ts';
import { actorFor } from './actor.ts';
import { addAttachment, attachmentOf, isCounted, removeAttachment, takeFile } from './attachments.ts';
import { chooseAtDeadline } from './deadline.ts';
import { createDraft, saveDraft } from './drafts.ts';
import { checkProposal } from './form-check.ts';
import { presentSubmitted, presentWorkingCopy } from './present.ts';
import { listProposals, proposalsOfApplicant } from './queries.ts';
import { countedSubmission } from './receipt.ts';
import { proposalRow } from './rows.ts';
import { signedReceipt, submitProposal } from './submission.ts';
import { seesWorkingCopy } from './viewer.ts';
import { withdrawProposal } from './withdrawal.ts';

export function registerProposals({ on, file, upload, context }: Server): void {
  const { proposals } = contract;
  const { read, write } = context.store;

  on(proposals.list, ({ params, roles }) =>
    listProposals(context, params.competition, roles.includes('operator')),
  );

  on(proposals.mine, async ({ params, principal }) => {
    const account = principal.account?.id ?? '';
    const own = await applicantOfAccount(context, read, params.competition, account);
    return own ? proposalsOfApplicant(context, params.competition, own.id) : [];
  });

  on(proposals.create, (call) => {
    const { competition } = call.params;
    const { operation, applicant, title } = call.body;
    return once(call, competition, operation, async (tx) => {
      const isClerk = call.roles.includes('operator');
      const row = isClerk
        ? await applicantRow(context, tx, competition, applicant)
        : await applicantOfAccount(context, tx, competition, call.principal.account?.id ?? '');
      if (row?.id !== applicant) throw new ContractError('forbidden');
      return createDraft(context, tx, row, { title, byClerk: isClerk });
    });
  });

  on(proposals.get, async (call) => {
    const { competition, proposal } = call.params;
    const row = await proposalRow(context, read, competition, proposal);
    const isWorkingCopy = call.query.version !== 'submitted' && (await seesWorkingCopy(context, call, row));
    return isWorkingCopy ? presentWorkingCopy(context, read, row) : presentSubmitted(context, read, row);
  });

  on(proposals.save, ({ params, body }) =>
    write(params.competition, (tx) => saveDraft(context, tx, params.competition, params.proposal, body)),
  );

  on(proposals.submit, async (call) => {
    const { competition, proposal } = call.params;
    const { operation, base } = call.body;
    const submitted = await once(call, competition, operation, async (tx) => {
      const row = await proposalRow(context, tx, competition, proposal);
      const by = await actorFor(context, tx, row, call.principal);
      return submitProposal(context, tx, row, { base, operation, by });
    });
    return signedReceipt(context, competition, submitted);
  });

  on(proposals.receipt, async ({ params: { competition, proposal } }) => {
    const row = await proposalRow(context, read, competition, proposal);
    return signedReceipt(context, competition, await countedSubmission(context, read, row));
  });

  on(proposals.atDeadline, async ({ params: { competition, proposal }, body }) => {
    await write(competition, (tx) => chooseAtDeadline(context, tx, competition, proposal, body.submit));
    return {};
  });

  on(proposals.withdraw, (call) => {
    const { competition, proposal } = call.params;
    return once(call, competition, call.body.operation, async (tx) => {
      const row = await proposalRow(context, tx, competition, proposal);
      const by = await actorFor(context, tx, row, call.principal);
      await withdrawProposal(context, tx, row, call.body.reason, by);
      return {};
    });
  });

  on(proposals.check, (call) => {
    const { competition, proposal } = call.params;
    const { operation, base, check } = call.body;
    return once(call, competition, operation, async (tx) => {
      const row = await proposalRow(context, tx, competition, proposal);
      const by = await actorFor(context, tx, row, call.principal);
      return checkProposal(context, tx, row, { base, check, by });
    });
  });

  upload(proposals.attach, async (call) => {
    const { competition, proposal } = call.params;
    const { operation, kind } = call.query;
    const taken = await takeFile(context, call.file);
    // The operation stands for exactly this file: the same id with another one is refused.
    const identified = { ...call, body: { kind, sha256: taken.sha256, name: taken.name } };
    return once(identified, competition, operation, (tx) =>
      addAttachment(context, tx, { competition, proposal, kind }, taken),
    );
  });

  on(proposals.detach, async ({ params }) => {
    const { competition, proposal, attachment } = params;
    await write(competition, (tx) => removeAttachment(context, tx, competition, proposal, attachment));
    return {};
  });

  file(proposals.download, async (call) => {
    const { competition, proposal, attachment } = call.params;
    const row = await proposalRow(context, read, competition, proposal);
    const found = await attachmentOf(context, read, competition, proposal, attachment);
    const maySee =
      (await seesWorkingCopy(context, call, row)) || (await isCounted(context, read, row, found));
    if (!maySee) throw new ContractError('not_found');
    return { type: found.type, body: context.files.read(found.sha256), name: found.name };
  });
}
