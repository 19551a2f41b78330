import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import { limits } from '../../../shared/contract/limits.ts';
import { derivedToken } from '../../derive.ts';
import { once } from '../../http/operation.ts';
import { cookieNames } from '../../http/principal.ts';
import type { Principal } from '../../http/principal.ts';
import { officerOf } from '../../http/server.ts';
import type { Server } from '../../http/server.ts';
import { noteSeen } from '../../live/presence.ts';
import { sha256 } from '../../sha256.ts';
import { competitionState } from '../defenses/settings.ts';
import { enrolDevice, moveDevice, revokeDevice } from './commands.ts';
import { cardDeviceToken, enrolByCard } from './enrol-by-card.ts';
import { describeSeat, listDevices } from './queries.ts';
import { readCard } from './seat-card.ts';
import { liftCodeLock, renewCode, requireRight, tryCode } from './sign-in.ts';

const deviceOf = ({ device }: Principal) => {
  if (!device) throw new ContractError('not_signed_in');
  return device;
};

export function registerDevices({ on, context }: Server): void {
  const { devices } = contract;
  const { t, write } = context.store;
  const { origin } = context.config;

  on(devices.list, ({ params }) => listDevices(context, params.competition));

  on(devices.invite, async (call) => {
    const { competition } = call.params;
    const { operation, seat, label } = call.body;
    const token = derivedToken(context, `device-invitation\n${competition}\n${operation}`);
    const { expiresAt } = await once(call, competition, operation, async (tx) => {
      const { stage } = await competitionState(context, tx, competition);
      if (stage === 'decided') throw new ContractError('wrong_state', { message: '评审已经结束' });
      const expires = context.now() + limits.enrolmentMinutes * 60_000;
      await tx
        .insert(t.invitation)
        .values({ tokenHash: sha256(token), competition, seat, label, expiresAt: expires });
      return { expiresAt: expires };
    });
    return { link: `${origin}/seat#${token}`, expiresAt };
  });

  on(devices.enrol, async ({ body, cookies }) => {
    const enrolled = await enrolDevice(context, body.token);
    cookies.set(cookieNames(context.config).device, enrolled.token, limits.deviceDays);
    return describeSeat(context, enrolled);
  });

  on(devices.card, async (call) => {
    const { operation, card, code } = call.body;
    const { competition, judge } = readCard(context, card);
    const outcome = await once(call, competition, operation, (tx) =>
      enrolByCard(context, tx, { competition, judge }, { operation, code }),
    );
    requireRight(outcome);
    if (!outcome.device) throw new Error('the right code enrols a device');
    const token = cardDeviceToken(context, competition, operation);
    call.cookies.set(cookieNames(context.config).device, token, limits.deviceDays);
    return { judge, seat: await describeSeat(context, outcome.device) };
  });

  on(devices.revoke, async (call) => {
    const { competition, device } = call.params;
    await write(competition, (tx) => revokeDevice(context, tx, competition, device, officerOf(call)));
    return {};
  });

  on(devices.seat, ({ principal }) => {
    const device = deviceOf(principal);
    noteSeen(context, device.competition, [device.id]);
    return describeSeat(context, device);
  });

  on(devices.signIn, async (call) => {
    const device = deviceOf(call.principal);
    const { operation, code } = call.body;
    const outcome = await once(call, device.competition, operation, (tx) =>
      tryCode(context, tx, device, call.params.judge, code),
    );
    requireRight(outcome);
    return { judge: call.params.judge, triesLeft: outcome.triesLeft };
  });

  on(devices.newCode, (call) => {
    const { competition, judge } = call.params;
    return once(call, competition, call.body.operation, async (tx) => ({
      code: await renewCode(context, tx, competition, judge, officerOf(call)),
    }));
  });

  on(devices.move, async (call) => {
    const { competition, device } = call.params;
    const { operation, seat, instead } = call.body;
    await once(call, competition, operation, async (tx) => {
      await moveDevice(context, tx, competition, { id: device, seat, instead }, officerOf(call));
      return {};
    });
    return {};
  });

  on(devices.unlock, async ({ params: { competition, judge } }) => {
    await write(competition, (tx) => liftCodeLock(context, tx, competition, judge));
    return {};
  });
}
