import 'fake-indexeddb/auto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Sheet } from '../../../shared/contract/judging.ts';
import { officer } from '../../../server/demo/play.ts';
import { readAftermath } from './aftermath.ts';
import { chance } from './chance.ts';
import type { Chance } from './chance.ts';
import { openStormHall } from './hall.ts';
import type { StormHall } from './hall.ts';
import { Host } from './host.ts';
import { badLink, fetchAsActing } from './link.ts';
import { Tablet } from './tablet.ts';

const tablets = 50;
const kills = 20;
const replacements = 5;

let hall: StormHall;
/** How often the server has been struck. */
let blows: number;
beforeEach(async () => {
  hall = await openStormHall(tablets);
  blows = 0;
  vi.stubGlobal('fetch', fetchAsActing);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await hall.close();
});

/** Everything that happens to the server, in an order that the seed gives. */
async function batter(luck: Chance): Promise<void> {
  const all = luck.shuffled([
    ...Array.from({ length: kills }, () => 'kill' as const),
    ...Array.from({ length: replacements }, () => 'replace' as const),
  ]);
  for (const blow of all) {
    await sleep(luck.between(50, 400));
    blows += 1;
    if (blow === 'kill') await hall.server.killAndRestart();
    else {
      await hall.backUp();
      await sleep(luck.between(200, 600));
      await hall.replaceByCopy();
    }
  }
}

/** A judge scores one project after the other, spread over the whole storm. */
async function judge(tablet: Tablet, code: string, luck: Chance): Promise<void> {
  await tablet.sitDown(code);
  const turns = hall.projects.map(() => luck.between(0, kills + replacements)).sort((a, b) => a - b);
  for (const project of luck.shuffled(hall.projects)) {
    const turn = turns.shift() ?? 0;
    while (blows < turn) await sleep(luck.between(20, 200));
    await tablet.score(project, luck);
  }
}

test('50 tablets on bad links, the server killed 20 times and replaced by its copy 5 times → nothing lost, nothing twice', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  process.stdout.write(`seed ${seed}\n`);
  const luck = chance(seed);
  const { play, projects, judges, server } = hall;
  const linkOf = (name: string, cookies: ReadonlyMap<string, string>) =>
    badLink(server.origin, cookies, luck.fork(name));
  // The first copy knows the tablets, and nobody who sat down at them.
  await hall.backUp();

  const host = new Host(play.competition, linkOf('host', officer(play, 'u06').cookies));
  const hosting = host.work(() => sleep(luck.between(100, 2000)));
  const all = judges.map(({ id, cookies }) => new Tablet(play.competition, id, linkOf(id, cookies)));
  const scoring = all.map((tablet, index) =>
    judge(tablet, judges[index]?.code ?? '', luck.fork(`judge ${index}`)),
  );
  await Promise.all([batter(luck.fork('server')), ...scoring]);

  for (const { link } of [host, ...all]) link.isBad = false;
  host.isDone = false;
  await expect.poll(() => host.isDone, { timeout: 60_000 }).toBe(true);
  const epoch = await hall.epoch();
  const through = async () =>
    (await Promise.all(all.map((tablet) => tablet.isThrough(epoch)))).every(Boolean);
  await expect.poll(through, { timeout: 60_000 }).toBe(true);
  host.switchOff();
  for (const tablet of all) tablet.switchOff();
  await hosting;
  await server.stop();

  const after = await readAftermath(hall.dataFolder(), play.competition);
  const wanted = all.flatMap(({ judge: id, submitted }) =>
    [...submitted].map(([project, sheet]) => [`${id} ${project}`, sheet] as const),
  );
  expect(wanted.length).toBe(tablets * projects.length);
  expect(after.sheets).toEqual(Object.fromEntries(wanted.map(([key, { marks }]) => [key, marks])));
  expect(after.replayed).toEqual(after.sheets);
  expect(after.operations).toEqual(
    Object.fromEntries(wanted.map(([key, { operation }]) => [key, operation])),
  );
  expect({ twice: after.twice, broken: after.broken }).toEqual({ twice: [], broken: null });
  expect(after.restorings).toBeGreaterThan(0);
  const receipts = await receiptsOf(all);
  expect(receipts.length).toBe(wanted.length);
  expect(receipts.filter((receipt) => !after.holds(receipt))).toEqual([]);
}, 600_000);

/** The receipts in the judges' hands for what they submitted last. */
async function receiptsOf(all: readonly Tablet[]): Promise<NonNullable<Sheet['receipt']>[]> {
  const journals = await Promise.all(
    all.map(async (tablet) => {
      const last = new Set([...tablet.submitted.values()].map(({ operation }) => operation));
      return (await tablet.journal()).filter(({ id }) => last.has(id));
    }),
  );
  return journals.flat().flatMap(({ progress }) => {
    const receipt = progress.state === 'acknowledged' ? progress.reply.sheet?.receipt : null;
    return receipt ? [receipt] : [];
  });
}
