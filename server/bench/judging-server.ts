import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contract } from '../../shared/contract/index.ts';
import { route } from '../../shared/contract/route.ts';
import { inProcessTransport } from '../client/transport.ts';
import { readModel } from '../demo/model.ts';
import { known, newPlay, officer } from '../demo/play.ts';
import type { Play } from '../demo/play.ts';
import { smallModel } from '../demo/small-model.ts';
import { apply } from '../demo/story/applying.ts';
import { callToStage, step } from '../demo/story/day.ts';
import { found } from '../demo/story/founding.ts';
import { seatPanel } from '../demo/story/panel.ts';
import { startServer } from '../start.ts';

/**
 * A server of its own process to be measured: six projects have been called, fifteen judges sit at their tablets.
 * Beside the real routes it has the yardstick, the same route with session, permission and schema that writes nothing.
 */
const yardstick = route({
  ...contract.judging.save,
  path: '/api/competitions/:competition/judging/:judge/yardstick/:proposal',
});

const projects = ['p14', 'p32', 'p23', 'p27', 'p12', 'p29'];

/** A sheet that may be scored, with the cookies of its tablet. */
export interface BenchSheet {
  competition: string;
  judge: string;
  proposal: string;
  cookie: string;
  marks: Record<string, string>;
}

/** `host`: cookies of the host's console. */
export type BenchMessage =
  { ready: BenchSheet[]; host: string; startMs: number } | { cpu: number; rss: number };

const port = Number(process.argv[2]);
const dataFolder = mkdtempSync(join(tmpdir(), 'gongping-bench-'));
let offset = Date.parse('2026-08-01T00:00:00+08:00') - Date.now();
const server = await startServer({
  port,
  host: '127.0.0.1',
  origin: `http://localhost:${port}`,
  dataFolder,
  now: () => Date.now() + offset,
  rate: { actor: Number.MAX_SAFE_INTEGER, address: Number.MAX_SAFE_INTEGER },
  extend: ({ on }) => on(yardstick, async ({ body }) => ({ revision: body.base + 1, savedAt: 0 })),
});
const startMs = Math.round(process.uptime() * 1000);

const play: Play = newPlay({
  model: smallModel(readModel(), [...projects, 'p31'], 'p31'),
  transport: inProcessTransport(server.app, server.context.config.origin),
  shift: Date.parse,
  setupCode: () => Promise.resolve(server.setupCode ?? ''),
  moveTo: (iso) => void (offset = Math.max(offset, Date.parse(iso) - Date.now())),
});
await found(play);
await apply(play);
await seatPanel(play);
for (const project of projects) {
  await callToStage(play, project);
  await step(play, project, { do: 'question' });
  await step(play, project, { do: 'change' });
  await step(play, project, { do: 'collect' });
  await step(play, project, { do: 'finish' });
}

const cookieOf = ({ cookies }: { cookies: ReadonlyMap<string, string> }): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
const sheets = play.model.sheets.map(({ judge, project, marks }): BenchSheet => {
  return {
    competition: play.competition,
    judge: known(play.judges, judge),
    proposal: known(play.proposals, project),
    cookie: cookieOf(known(play.tablets, judge)),
    marks,
  };
});
process.on('disconnect', () => process.exit(1));
const say = (message: BenchMessage) => process.send?.(message);
process.on('message', (request) => {
  if (request === 'cpu') {
    const { user, system } = process.cpuUsage();
    say({ cpu: user + system, rss: process.memoryUsage().rss });
  } else void server.close().then(() => (rmSync(dataFolder, { recursive: true }), process.exit(0)));
});
say({ ready: sheets, host: cookieOf(officer(play, 'u06')), startMs });
