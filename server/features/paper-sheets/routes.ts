import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import { competitionRoles } from '../../../shared/contract/roles.ts';
import { once } from '../../http/operation.ts';
import { officerOf } from '../../http/server.ts';
import type { Server } from '../../http/server.ts';
import { actingAccount, checkApproval } from '../approvals/commands.ts';
import { countersign, openEntries } from '../approvals/countersign.ts';
import { receiptOf } from '../judging/receipts.ts';
import { enterPaperSheet } from './enter.ts';
import { isKeyedTwice, readersOf, setKeying } from './keying.ts';

export function registerPaperSheets({ on, context }: Server): void {
  const { paperSheets } = contract;
  const { read, write } = context.store;

  on(paperSheets.keying, async ({ params: { competition } }) => ({
    twice: await isKeyedTwice(context, read, competition),
    readers: await readersOf(context, competition),
  }));

  on(paperSheets.setKeying, async (call) => {
    const { competition } = call.params;
    await write(competition, (tx) => setKeying(context, tx, competition, call.body.twice, officerOf(call)));
    return {};
  });

  on(paperSheets.enter, async (call) => {
    const { competition } = call.params;
    const { keyed, ...entry } = await once(call, competition, call.body.operation, (tx) =>
      enterPaperSheet(context, tx, competition, call.body, officerOf(call)),
    );
    return { entry: keyed, receipt: receiptOf(context, competition, entry) };
  });

  on(paperSheets.readBack, async (call) => {
    const { competition } = call.params;
    const { operation, reader } = call.body;
    const entry = Number(call.params.entry);
    await checkApproval(context, competition, reader, [actingAccount(call)], competitionRoles);
    await once(call, competition, operation, async (tx) => {
      const open = (await openEntries(context, tx, competition)).find(({ seq }) => seq === entry);
      // Any officer may read a keyed sheet back; every other act is countersigned by those who watch.
      if (open?.action !== 'sheet_keyed')
        throw new ContractError('wrong_state', { message: '这一份已经读对过了' });
      await countersign(context, tx, competition, entry, reader.approver);
      return {};
    });
    return {};
  });
}
