import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../shared/contract/index.ts';
import { run } from '../cli/run.ts';
import { ApiBrowser } from '../client/browser.ts';
import { inProcessTransport } from '../client/transport.ts';
import { freePort } from '../demo/free-port.ts';
import { readModel } from '../demo/model.ts';
import { known, newPlay, officer } from '../demo/play.ts';
import type { Play } from '../demo/play.ts';
import { smallModel } from '../demo/small-model.ts';
import { apply } from '../demo/story/applying.ts';
import { callToStage } from '../demo/story/day.ts';
import { found } from '../demo/story/founding.ts';
import { seatPanel } from '../demo/story/panel.ts';
import { startServer } from '../start.ts';
import type { RunningServer } from '../start.ts';
import { operation } from '../testing.ts';

const root = mkdtempSync(join(tmpdir(), 'gongping-rehearsal-'));
const data = join(root, 'data');
let offset = Date.parse('2026-08-01T00:00:00+08:00') - Date.now();
let real: RunningServer;
let play: Play;

const start = async (dataFolder: string, origin: string, backupFolder?: string) =>
  startServer({
    port: await freePort(),
    host: '127.0.0.1',
    origin,
    dataFolder,
    backupFolder,
    now: () => Date.now() + offset,
  });
async function rehearse(folder: string, from = data) {
  const printed = { out: '', err: '' };
  const unused = () => Promise.reject(new Error('a folder is no text'));
  const status = await run(['rehearse', folder, '--data', from], {
    stdin: unused,
    readFile: unused,
    stdout: (text) => (printed.out += text),
    stderr: (text) => (printed.err += text),
  });
  return { status, ...printed };
}
const ledgerSize = async ({ context: { store } }: RunningServer) =>
  (await store.read.select().from(store.t.ledger)).length;

beforeAll(async () => {
  real = await start(data, 'http://gongping.test');
  play = newPlay({
    model: smallModel(readModel(), ['p14', 'p32', 'p31'], 'p31'),
    transport: inProcessTransport(real.app, 'http://gongping.test'),
    shift: Date.parse,
    setupCode: () => Promise.resolve(real.setupCode ?? ''),
    moveTo: (iso) => void (offset = Math.max(offset, Date.parse(iso) - Date.now())),
  });
  await found(play);
  await apply(play);
  await seatPanel(play);
}, 120_000);
afterAll(async () => {
  await real.close();
  rmSync(root, { recursive: true });
});

test('a rehearsal is marked everywhere, signs with another key, and writes nothing into the real folder', async () => {
  const folder = join(root, 'rehearsal');
  const made = await rehearse(folder);
  expect([made.status, made.err]).toEqual([0, '']);
  expect(made.out).not.toContain('清空');
  const before = await ledgerSize(real);

  const origin = 'http://gongping.test:3001';
  const copy = await start(folder, origin, join(root, 'stick'));
  expect(copy.context.config.rehearsal).toBe(true);
  expect(copy.context.copies).toBeNull();
  expect(copy.context.signer.publicKey).not.toBe(real.context.signer.publicKey);

  // Signed in with the same password, under a cookie that leaves the real one alone.
  const params = { competition: play.competition };
  const operator = new ApiBrowser(inProcessTransport(copy.app, origin));
  const { username, password } = known(play.officers, 'u03');
  await operator.call(contract.session.signInOfficer, { body: { username, password } });
  expect([...operator.cookies.keys()]).toEqual(['gp-rehearsal']);
  const { settings } = await operator.call(contract.competitions.get, { params });
  expect(settings.mark).toMatch(/^彩排/);
  const paper = await operator.send(contract.papers.preparation, { params, query: { papers: 'agenda' } });
  expect(paper.text).toContain('彩排');
  const call = await copy.app.inject({
    url: `/c/${play.competition}`,
    headers: { host: 'gongping.test:3001' },
  });
  expect(call.body).toContain('彩排');
  await operator.call(contract.devices.invite, {
    params,
    body: { operation: operation(), seat: 1, label: '彩排平板' },
  });

  expect(await ledgerSize(real)).toBe(before);
  const again = await rehearse(join(root, 'of-a-rehearsal'), folder);
  expect([again.status, again.err]).toEqual([1, expect.stringContaining('本来就是一份彩排')]);
  await copy.close();
}, 60_000);

test('the real one stays real; a folder in use or inside it → refused', async () => {
  expect(real.context.config.rehearsal).toBe(false);
  const { settings } = await officer(play, 'u03').call(contract.competitions.get, {
    params: { competition: play.competition },
  });
  expect(settings.mark).not.toContain('彩排');
  expect((await rehearse(join(root, 'rehearsal'))).err).toContain('已经有东西');
  expect((await rehearse(join(data, 'inside'))).err).toContain('不能放在真实数据里面');
  expect((await rehearse(join(root, 'none'), join(root, 'nothing'))).status).toBe(2);
});

test('after the first real sheet → no rehearsal any more', async () => {
  await callToStage(play, 'p14');
  const sheet = play.model.sheets.find(({ judge, project }) => judge === 'j09' && project === 'p14');
  await known(play.tablets, 'j09').call(contract.judging.submit, {
    params: {
      competition: play.competition,
      judge: known(play.judges, 'j09'),
      proposal: known(play.proposals, 'p14'),
    },
    body: { operation: operation(), base: 0, marks: sheet?.marks ?? {}, comment: '' },
  });
  const late = await rehearse(join(root, 'late'));
  expect([late.status, late.err]).toEqual([1, expect.stringContaining('已经有正式提交的评分表')]);
});
