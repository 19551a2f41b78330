import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import { once } from '../../http/operation.ts';
import type { Principal } from '../../http/principal.ts';
import { officerOf } from '../../http/server.ts';
import type { Server } from '../../http/server.ts';
import { noteSeen } from '../../live/presence.ts';
import { answerCall, latestCall, lowerHand, raiseHand } from './commands.ts';

export function registerHelpCalls({ on, context }: Server): void {
  const { helpCalls } = contract;
  const { read, write } = context.store;

  const deviceOf = ({ device }: Principal) => {
    if (!device) throw new ContractError('not_signed_in');
    noteSeen(context, device.competition, [device.id]);
    return device;
  };

  on(helpCalls.call, (call) => {
    const device = deviceOf(call.principal);
    return once(call, device.competition, call.body.operation, (tx) =>
      raiseHand(context, tx, device, call.body),
    );
  });

  on(helpCalls.latest, async ({ principal }) => ({
    call: await latestCall(context, read, deviceOf(principal).id),
  }));

  on(helpCalls.withdraw, async ({ params, principal }) => {
    const device = deviceOf(principal);
    await write(device.competition, (tx) => lowerHand(context, tx, device, params.call));
    return {};
  });

  on(helpCalls.answer, (call) => {
    const { competition, call: id } = call.params;
    return once(call, competition, call.body.operation, async (tx) => {
      await answerCall(context, tx, competition, id, officerOf(call));
      return {};
    });
  });
}
