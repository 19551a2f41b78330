import { createHmac } from 'node:crypto';
import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import type { Schedule } from '../../../shared/contract/schedule.ts';
import { defenseOrderLabel, drawOrder } from '../../../shared/panels/draw.ts';
import type { DrawHashes } from '../../../shared/panels/draw.ts';
import type { DayTask } from '../../../shared/schedule/half-days/day-model.ts';
import { once } from '../../http/operation.ts';
import { officerOf } from '../../http/server.ts';
import type { Server } from '../../http/server.ts';
import { newId } from '../../new-id.ts';
import { sha256 } from '../../sha256.ts';
import { withCurrent } from '../stage/current.ts';
import { draftSchedule, recordLot, saveDraft, writeSchedule } from './draft.ts';
import { dayTask, loadSchedule } from './load.ts';
import { publishSchedule } from './publish.ts';
import { applyReplan, previewReplan } from './replan.ts';
import { cancelRun, leaseOf, solveApart } from './solving.ts';

const hashes: DrawHashes = {
  sha256,
  hmac: (key, message) => createHmac('sha256', key).update(message).digest('hex'),
};

export function registerSchedule({ on, context }: Server): void {
  const { schedule } = contract;
  const { read, write } = context.store;
  const now = async (competition: string): Promise<Schedule> =>
    (await loadSchedule(context, read, competition)).schedule;

  on(schedule.get, ({ params }) => now(params.competition));

  on(schedule.save, async ({ params: { competition }, body }) => {
    const saved = write(competition, (tx) => saveDraft(context, tx, competition, body));
    await withCurrent(saved, () => now(competition));
    return now(competition);
  });

  on(schedule.typeLot, async (call) => {
    const { competition } = call.params;
    const { operation, order, witnesses } = call.body;
    await once(call, competition, operation, async (tx) => {
      const lot = { method: 'hand', order, seed: null, witnesses } as const;
      await recordLot(context, tx, competition, { ...lot, order: [...order] }, officerOf(call));
      return {};
    });
    return now(competition);
  });

  on(schedule.drawLot, async (call) => {
    const { competition } = call.params;
    const { operation, parts } = call.body;
    await once(call, competition, operation, async (tx) => {
      const { projects } = (await draftSchedule(context, tx, competition)).schedule;
      const ids = projects.map(({ proposal }) => proposal).sort();
      const numbers = parts.map(({ number }) => number);
      const { seed, order } = drawOrder(numbers, ids, defenseOrderLabel(competition), hashes);
      // The numbers stand beside the names, so that anybody who may see them can draw again.
      const witnesses = parts.map(({ by, number }) => `${by}：${number}`);
      const lot = { method: 'numbers' as const, order: order.map(({ id }) => id), seed, witnesses };
      await recordLot(context, tx, competition, lot, officerOf(call));
      return {};
    });
    return now(competition);
  });

  on(schedule.solve, async (call) => {
    const { competition } = call.params;
    const { operation, base, seconds } = call.body;
    // Filled only by the first call of an operation: a retry starts nothing.
    const begun: { run: string; task: DayTask }[] = [];
    const started = once(call, competition, operation, async (tx) => {
      const loaded = await draftSchedule(context, tx, competition);
      if (loaded.schedule.revision !== base) throw new ContractError('stale_revision');
      if (loaded.schedule.run?.state === 'running')
        throw new ContractError('wrong_state', { message: '正在排，请等它排完或先停下' });
      const id = newId(context);
      const startedAt = context.now();
      const blank = { endedAt: null, placed: 0, bound: null, proven: false, unplaced: [] };
      const run = { id, state: 'running' as const, startedAt, ...blank };
      await writeSchedule(context, tx, competition, { run, leaseUntil: leaseOf(startedAt, seconds) });
      begun.push({ run: id, task: dayTask(loaded) });
      return {};
    });
    await withCurrent(started, () => now(competition));
    for (const { run, task } of begun)
      solveApart(context, { competition, run, revision: base }, { task, seconds });
    return now(competition);
  });

  on(schedule.cancel, async ({ params: { competition }, body }) => {
    await write(competition, (tx) => cancelRun(context, tx, competition, body.run));
    return now(competition);
  });

  on(schedule.publish, async (call) => {
    const { competition } = call.params;
    const published = once(call, competition, call.body.operation, async (tx) => {
      await publishSchedule(context, tx, competition, call.body.base, officerOf(call));
      return {};
    });
    await withCurrent(published, () => now(competition));
    return now(competition);
  });

  on(schedule.preview, ({ params, body }) => previewReplan(context, read, params.competition, body.facts));

  on(schedule.replan, async (call) => {
    const { competition } = call.params;
    const { operation, ...change } = call.body;
    const changed = once(call, competition, operation, async (tx) => {
      await applyReplan(context, tx, competition, change, officerOf(call));
      return {};
    });
    await withCurrent(changed, () => now(competition));
    return now(competition);
  });
}
