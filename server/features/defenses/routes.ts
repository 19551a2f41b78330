import { createHmac } from 'node:crypto';
import { contract } from '../../../shared/contract/index.ts';
import { defenseOrderLabel, drawOrder } from '../../../shared/panels/draw.ts';
import type { DrawHashes } from '../../../shared/panels/draw.ts';
import { once } from '../../http/operation.ts';
import { officerOf } from '../../http/server.ts';
import type { Server } from '../../http/server.ts';
import { sha256 } from '../../sha256.ts';
import { projectsToDraw, recordOrder } from './order.ts';
import { listDefenses } from './queries.ts';

const hashes: DrawHashes = {
  sha256,
  hmac: (key, message) => createHmac('sha256', key).update(message).digest('hex'),
};

export function registerDefenses({ on, context }: Server): void {
  const { defenses } = contract;

  on(defenses.list, ({ params }) => listDefenses(context, params.competition));

  on(defenses.typeOrder, async (call) => {
    const { competition } = call.params;
    const { operation, draws, witnesses } = call.body;
    await once(call, competition, operation, async (tx) => {
      const how = { method: 'hand', seed: null, witnesses } as const;
      await recordOrder(context, tx, competition, draws, how, officerOf(call));
      return {};
    });
    return listDefenses(context, competition);
  });

  on(defenses.draw, async (call) => {
    const { competition } = call.params;
    const { operation, parts } = call.body;
    const { seed } = await once(call, competition, operation, async (tx) => {
      const drawn = drawOrder(
        parts.map(({ number }) => number),
        (await projectsToDraw(context, tx, competition)).map(({ id }) => id),
        defenseOrderLabel(competition),
        hashes,
      );
      const draws = drawn.order.map(({ id }, index) => ({ proposal: id, order: index + 1 }));
      // The numbers stand beside the names, so that anybody who may see them can draw again.
      const witnesses = parts.map(({ by, number }) => `${by}：${number}`);
      const how = { method: 'numbers', seed: drawn.seed, witnesses } as const;
      await recordOrder(context, tx, competition, draws, how, officerOf(call));
      return { seed: drawn.seed };
    });
    return { seed, defenses: await listDefenses(context, competition) };
  });
}
