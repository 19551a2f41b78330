import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import type { Sheet } from '../../../shared/contract/judging.ts';
import { sumMarks } from '../../../shared/scoring/index.ts';
import { once } from '../../http/operation.ts';
import type { Principal } from '../../http/principal.ts';
import type { Server } from '../../http/server.ts';
import { noteSeen } from '../../live/presence.ts';
import { withCurrent } from '../stage/current.ts';
import { noteHeld } from './held.ts';
import { exchangedSheets, exchangeSheets } from './exchange.ts';
import { judgingBook } from './queries.ts';
import { receiptOf } from './receipts.ts';
import { recuseOneself } from './recuse.ts';
import { saveSheet } from './save.ts';
import { ownSheet } from './sheet.ts';
import { submitSheet } from './submit.ts';

export function registerJudging({ on, context }: Server): void {
  const { judging } = contract;
  const { write } = context.store;

  const deviceOf = ({ device }: Principal): string => {
    if (!device) return '';
    noteSeen(context, device.competition, [device.id]);
    return device.id;
  };

  on(judging.book, ({ params, query, principal }) => {
    noteHeld(context, params, deviceOf(principal), query);
    return judgingBook(context, params.competition, params.judge);
  });

  on(judging.save, ({ params, body, principal }) => {
    const device = deviceOf(principal);
    return withCurrent(
      write(params.competition, (tx) => saveSheet(context, tx, params, body, device)),
      () => ownSheet(context, params),
    );
  });

  on(judging.submit, async ({ params, body, principal }): Promise<Sheet> => {
    const device = deviceOf(principal);
    const { revision, status, ...entry } = await withCurrent(
      write(params.competition, (tx) => submitSheet(context, tx, params, body, device)),
      () => ownSheet(context, params),
    );
    return {
      proposal: params.proposal,
      revision,
      status,
      marks: body.marks,
      comment: body.comment,
      total: sumMarks(Object.values(body.marks)),
      savedAt: entry.at,
      receipt: receiptOf(context, params.competition, entry),
      returned: null,
    };
  });

  on(judging.exchange, async (call) => {
    const { competition, judge, proposal } = call.params;
    const { operation, other, base, otherBase } = call.body;
    deviceOf(call.principal);
    await once(call, competition, operation, async (tx) => {
      const place = { competition, judge, proposal, other };
      const [mine, theirs] = await exchangedSheets(context, tx, place);
      if (mine.revision !== base || theirs.revision !== otherBase) throw new ContractError('stale_revision');
      // A locked sheet goes through the staff and a second person.
      if ([mine, theirs].some(({ status }) => status === 'locked')) throw new ContractError('locked');
      await exchangeSheets(context, tx, place, { actor: `judge:${judge}`, operation, reason: null });
      return {};
    });
    return {
      sheets: [
        await ownSheet(context, call.params),
        await ownSheet(context, { competition, judge, proposal: other }),
      ],
    };
  });

  on(judging.recuse, async (call) => {
    const { params, body } = call;
    deviceOf(call.principal);
    await once(call, params.competition, body.operation, async (tx) => {
      await recuseOneself(context, tx, params, body.reason);
      return {};
    });
    return ownSheet(context, params);
  });
}
