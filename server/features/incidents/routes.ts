import { contract } from '../../../shared/contract/index.ts';
import { once } from '../../http/operation.ts';
import type { Server } from '../../http/server.ts';
import { checkApproval } from '../approvals/commands.ts';
import { countersign } from '../approvals/countersign.ts';
import { listCountersignatures } from './countersignatures.ts';
import { exchangeBySigned } from './exchange-sheets.ts';
import { returnSheet } from './return-sheet.ts';
import { carryOut, previewIncident } from './two-persons.ts';

export function registerIncidents({ on, context }: Server): void {
  const { incidents } = contract;

  on(incidents.previewReturn, (call) =>
    previewIncident(call, call.params.competition, returnSheet, call.body.change),
  );
  on(incidents.returnSheet, (call) => carryOut(call, call.params.competition, returnSheet, call.body));

  on(incidents.previewExchange, (call) =>
    previewIncident(call, call.params.competition, exchangeBySigned, call.body.change),
  );
  on(incidents.exchangeSheets, (call) =>
    carryOut(call, call.params.competition, exchangeBySigned, call.body),
  );

  on(incidents.countersignatures, ({ params }) => listCountersignatures(context, params.competition));

  on(incidents.countersign, async (call) => {
    const { competition, entry } = call.params;
    const { operation, approval } = call.body;
    await checkApproval(context, competition, approval, []);
    await once(call, competition, operation, async (tx) => {
      await countersign(context, tx, competition, Number(entry), approval.approver);
      return {};
    });
    return listCountersignatures(context, competition);
  });
}
