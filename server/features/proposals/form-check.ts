import { eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { FieldFault } from '../../../shared/contract/errors.ts';
import type { FormCheck, Proposal, ProposalStatus } from '../../../shared/contract/proposals.ts';
import { isSame, keepClosed, openedBy, openedByAll } from '../../../shared/proposals/correction.ts';
import { isBlank } from '../../../shared/proposals/fault.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import type { Db } from '../../store/store.ts';
import type { ProposalActor } from './actor.ts';
import { presentSubmitted } from './present.ts';
import { submittedVersion } from './rows.ts';
import type { ProposalRow, VersionRow } from './rows.ts';
import { isDrawn } from './withdrawal.ts';

const statusAfter: Record<FormCheck['verdict'], ProposalStatus> = {
  pass: 'passed',
  return: 'returned',
  refuse: 'refused',
};

/**
 * Enters the result of the form check (形式审查) of the submitted version. A verdict may be replaced until the order
 * of the defenses is drawn.
 * @throws ContractError stale_revision when `base` is not the version that counts; wrong_state before a submission,
 *   after a withdrawal, after the draw; invalid_input
 */
export async function checkProposal(
  context: Context,
  tx: Db,
  row: ProposalRow,
  act: { base: number; check: FormCheck; by: ProposalActor },
): Promise<Proposal> {
  const { check, by } = act;
  const version = await submittedVersion(context, tx, row);
  if (!version || row.status === 'withdrawn')
    throw new ContractError('wrong_state', { message: '还没有提交，或者已经撤回，不能审查' });
  if (act.base !== version.revision)
    throw new ContractError('stale_revision', { current: await presentSubmitted(context, tx, row) });
  if (await isDrawn(context, tx, row.id))
    throw new ContractError('wrong_state', { message: '出场顺序号已经排定，审查结果不能再改' });
  const fields = checkFaults(check);
  if (fields.length > 0) throw new ContractError('invalid_input', { fields });

  const changed = {
    check,
    status: statusAfter[check.verdict],
    ...(check.verdict === 'return' ? correctionCopy(row, version, check) : {}),
  };
  const { proposal } = context.store.t;
  await tx.update(proposal).set(changed).where(eq(proposal.id, row.id));
  await record(context, tx, row.competition, {
    at: context.now(),
    actor: by,
    action: 'proposal_checked',
    subject: `proposal:${row.id}`,
    data: { revision: version.revision, verdict: check.verdict, fields: check.fields.length },
    sealed: { reason: check.reason === '' ? null : check.reason },
  });
  return presentSubmitted(context, tx, { ...row, ...changed });
}

/**
 * What the correction goes on from: the submitted version, with later edits kept where the correction is open. So
 * what is submitted again differs from what was checked in the flagged places alone.
 */
function correctionCopy(
  row: ProposalRow,
  version: VersionRow,
  { fields }: FormCheck,
): Partial<Pick<ProposalRow, 'content' | 'revision'>> {
  const content = keepClosed(version.content, row.content, openedByAll(fields.map(({ path }) => path)));
  return isSame(content, row.content) ? {} : { content, revision: row.revision + 1 };
}

function checkFaults({ verdict, fields, reason }: FormCheck): FieldFault[] {
  if (verdict === 'refuse' && isBlank(reason))
    return [{ path: 'check.reason', message: '不受理要写明原因，申报主体会看到' }];
  if (verdict === 'return' && fields.length === 0)
    return [{ path: 'check.fields', message: '请标出要补正的栏目' }];
  return fields.flatMap(({ path, note }, i) => [
    ...(openedBy(path) ? [] : [{ path: `check.fields[${i}].path`, message: '没有这一栏，请重新选择' }]),
    ...(verdict === 'return' && isBlank(note)
      ? [{ path: `check.fields[${i}].note`, message: '请写明要补正什么' }]
      : []),
  ]);
}
