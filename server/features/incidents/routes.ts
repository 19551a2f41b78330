import { contract } from '../../../shared/contract/index.ts';
import { once } from '../../http/operation.ts';
import type { Server } from '../../http/server.ts';
import { checkApproval } from '../approvals/commands.ts';
import { countersign } from '../approvals/countersign.ts';
import { listCountersignatures } from './countersignatures.ts';
import { exchangeBySigned } from './exchange-sheets.ts';
import { lateRecusal, readmission } from './late-recusal.ts';
import { judgeLeaves } from './record-absence.ts';
import { returnSheet } from './return-sheet.ts';
import { substitution } from './substitute.ts';
import { carryOut, previewIncident } from './two-persons.ts';
import { restoreAbsent } from './withdraw-absence.ts';

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

  on(incidents.previewAbsence, (call) =>
    previewIncident(call, call.params.competition, judgeLeaves, call.body.change),
  );
  on(incidents.recordAbsence, (call) => carryOut(call, call.params.competition, judgeLeaves, call.body));

  on(incidents.previewRestoring, (call) =>
    previewIncident(call, call.params.competition, restoreAbsent, call.body.change),
  );
  on(incidents.withdrawAbsence, (call) => carryOut(call, call.params.competition, restoreAbsent, call.body));

  on(incidents.previewReadmission, (call) =>
    previewIncident(call, call.params.competition, readmission, call.body.change),
  );
  on(incidents.withdrawRecusal, (call) => carryOut(call, call.params.competition, readmission, call.body));

  on(incidents.previewRecusal, (call) =>
    previewIncident(call, call.params.competition, lateRecusal, call.body.change),
  );
  on(incidents.recordRecusal, (call) => carryOut(call, call.params.competition, lateRecusal, call.body));

  on(incidents.previewSubstitution, (call) =>
    previewIncident(call, call.params.competition, substitution, call.body.change),
  );
  on(incidents.substitute, (call) => carryOut(call, call.params.competition, substitution, call.body));

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
