import 'fake-indexeddb/auto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { officer } from '../../../server/demo/play.ts';
import { readAftermath } from './aftermath.ts';
import { chance } from './chance.ts';
import { openStormHall } from './hall.ts';
import type { StormHall } from './hall.ts';
import { Host } from './host.ts';
import { badLink, fetchAsActing } from './link.ts';
import type { Link } from './link.ts';
import { Tablet } from './tablet.ts';

const real = fetch;
let hall: StormHall;
beforeEach(async () => {
  hall = await openStormHall(5);
  vi.stubGlobal('fetch', fetchAsActing);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await hall.close();
});

test('server back on a wrong address, then on the right one → the page says where to go, and no sheet is lost', async () => {
  const { play, projects, judges, server, dataFolder } = hall;
  const luck = chance(5);
  const linkOf = (name: string, cookies: ReadonlyMap<string, string>): Link => {
    const link = badLink(server.origin, cookies, luck.fork(name));
    link.isBad = false;
    return link;
  };
  const host = new Host(play.competition, linkOf('host', officer(play, 'u06').cookies));
  const hosting = host.work(() => sleep(20));
  const tablets = judges.map(({ id, cookies }) => new Tablet(play.competition, id, linkOf(id, cookies)));
  await Promise.all(tablets.map((tablet, index) => tablet.sitDown(judges[index]?.code ?? '')));
  await expect.poll(() => host.isDone, { timeout: 30_000 }).toBe(true);

  await server.kill();
  const wrong = `http://192.0.2.7:${new URL(server.origin).port}`;
  await server.restart({ origin: wrong });
  const page = await real(`${server.origin}/seat`);
  expect([page.status, (await page.text()).includes(wrong)]).toEqual([421, true]);
  await Promise.all(
    tablets.map(async (tablet, index) => {
      for (const project of projects) await tablet.score(project, luck.fork(`judge ${index}`));
    }),
  );
  await sleep(500);
  const states = async () =>
    (await Promise.all(tablets.map((tablet) => tablet.journal())))
      .flat()
      .map(({ progress }) => progress.state);
  expect(new Set(await states())).toEqual(new Set(['acknowledged', 'waiting']));
  await server.kill();
  expect((await readAftermath(dataFolder(), play.competition)).sheets).toEqual({});

  await server.restart({ origin: server.origin });
  const epoch = await hall.epoch();
  const through = async () =>
    (await Promise.all(tablets.map((tablet) => tablet.isThrough(epoch)))).every(Boolean);
  await expect.poll(through, { timeout: 60_000 }).toBe(true);
  host.switchOff();
  for (const tablet of tablets) tablet.switchOff();
  await hosting;
  await server.stop();
  const wanted = tablets.flatMap(({ judge, submitted }) =>
    [...submitted].map(([project, { marks }]) => [`${judge} ${project}`, marks] as const),
  );
  expect(wanted.length).toBe(tablets.length * projects.length);
  expect((await readAftermath(dataFolder(), play.competition)).sheets).toEqual(Object.fromEntries(wanted));
  expect(new Set(await states())).toEqual(new Set(['acknowledged']));
}, 240_000);
