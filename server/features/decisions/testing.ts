import { contract } from '../../../shared/contract/index.ts';
import { operation } from '../../testing.ts';
import { approvalSecret } from '../results/testing.ts';
import type { LockedWeiyuan } from '../results/testing.ts';

/** Sponsor and supervisor sign the latest result. */
export async function signLatest({
  as,
  accounts,
  params,
}: Pick<LockedWeiyuan, 'as' | 'accounts' | 'params'>): Promise<void> {
  const { version, checksum } = await as.u01.call(contract.results.latest, { params });
  await as.u01.call(contract.results.sign, {
    params: { ...params, version: String(version) },
    body: {
      operation: operation(),
      checksum,
      approval: { approver: accounts.u07, secret: approvalSecret },
    },
  });
}

/** From the locked sheets to the confirmed decision, as the model competition went. */
export async function decideWeiyuan({ as, accounts, params }: LockedWeiyuan): Promise<void> {
  const approval = { approver: accounts.u07, secret: approvalSecret };
  await as.u04.call(contract.results.compute, { params, body: { operation: operation() } });
  const { version } = await as.u04.call(contract.results.decideTie, {
    params,
    body: { operation: operation(), order: ['p08', 'p16'], reason: '评委组合议，签字存档。', approval },
  });
  await signLatest({ as, accounts, params });
  const { entries } = await as.u01.call(contract.decisions.preview, { params });
  const rows = entries
    .filter(({ amount }) => amount > 0)
    .map(({ proposal, amount }) => ({ proposal, amount }));
  const recorded = await as.u01.call(contract.decisions.record, {
    params,
    body: { operation: operation(), resultVersion: version, rows, reason: '' },
  });
  await as.u01.call(contract.decisions.confirm, {
    params: { ...params, version: String(recorded.version) },
    body: { operation: operation(), fingerprint: recorded.fingerprint, approval },
  });
}
