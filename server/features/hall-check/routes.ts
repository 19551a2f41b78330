import { and, eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import type { Server } from '../../http/server.ts';
import { noteSeen } from '../../live/presence.ts';
import { isTick, loadHallCheck } from './queries.ts';

export function registerHallCheck({ on, context }: Server): void {
  const { hallCheck } = contract;
  const { write, t } = context.store;

  on(hallCheck.get, ({ params }) => loadHallCheck(context, params.competition));

  on(hallCheck.report, async ({ principal: { device }, body }) => {
    if (!device) throw new ContractError('not_signed_in');
    const { id, competition } = device;
    noteSeen(context, competition, [id]);
    const found = { facts: body, at: context.now() };
    await write(competition, (tx) =>
      tx
        .insert(t.deviceCheck)
        .values({ device: id, competition, ...found })
        .onConflictDoUpdate({ target: t.deviceCheck.device, set: found }),
    );
    return {};
  });

  on(hallCheck.tick, async ({ params: { competition, item }, body, principal }) => {
    if (!isTick(item) || !principal.account) throw new ContractError('not_found');
    const by = principal.account.id;
    const ticked = { at: context.now(), by };
    await write(competition, async (tx) => {
      if (body.done)
        await tx
          .insert(t.hallTick)
          .values({ competition, item, ...ticked })
          .onConflictDoUpdate({ target: [t.hallTick.competition, t.hallTick.item], set: ticked });
      else
        await tx
          .delete(t.hallTick)
          .where(and(eq(t.hallTick.competition, competition), eq(t.hallTick.item, item)));
    });
    return {};
  });
}
