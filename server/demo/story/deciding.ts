import { contract } from '../../../shared/contract/index.ts';
import type { Decision } from '../../../shared/contract/results.ts';
import { approvalSecret, known, officer, operationId } from '../play.ts';
import type { Play } from '../play.ts';

/** Result, the panel's decision about the tie at the line, the signature of sponsor and supervisor, amounts, and the second person. */
export async function decide(play: Play): Promise<Decision> {
  play.moveTo('2026-10-16T17:46:00+08:00');
  const params = { competition: play.competition };
  const approval = { approver: known(play.officers, 'u07').account, secret: approvalSecret };
  const tally = officer(play, 'u04');
  let decided = await tally.call(contract.results.compute, {
    params,
    body: { operation: operationId('result') },
  });
  const { result, reason } = play.model.tie;
  if (result.length > 0)
    decided = await tally.call(contract.results.decideTie, {
      params,
      body: {
        operation: operationId('tie'),
        order: result.map((project) => known(play.proposals, project)),
        reason,
        approval,
      },
    });
  play.say(`结果第 ${decided.version} 版已生成`);
  const sponsor = officer(play, 'u01');
  await sponsor.call(contract.results.sign, {
    params: { ...params, version: String(decided.version) },
    body: { operation: operationId('sign'), checksum: decided.checksum, approval },
  });
  play.say(`结果第 ${decided.version} 版已由主办方和监督员签认`);
  const preview = await sponsor.call(contract.decisions.preview, { params });
  const rows = preview.entries
    .filter((entry) => entry.amount > 0)
    .map(({ proposal, amount }) => ({ proposal, amount }));
  const recorded = await sponsor.call(contract.decisions.record, {
    params,
    body: { operation: operationId('decide'), resultVersion: decided.version, rows, reason: '' },
  });
  const confirmed = await sponsor.call(contract.decisions.confirm, {
    params: { ...params, version: String(recorded.version) },
    body: { operation: operationId('confirm'), fingerprint: recorded.fingerprint, approval },
  });
  play.say(`拟立项 ${rows.length} 个，已由第二人确认`);
  return confirmed;
}
