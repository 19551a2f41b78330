import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import closeWithGrace from 'close-with-grace';
import { startServer } from '../start.ts';
import { runHeadless } from './headless.ts';
import { standInTheMiddle, standingShift, storyClock } from './stand.ts';

const { values } = parseArgs({
  options: { headless: { type: 'boolean' }, out: { type: 'string' }, port: { type: 'string' } },
});
const port = Number(values.port || process.env['PORT'] || 3000);

if (values.headless)
  process.exitCode = await runHeadless(values.out ?? 'demo-files', { port, say: console.log });
else await serveDemo();

async function serveDemo(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gongping-demo-'));
  const shift = standingShift(Date.now());
  const clock = storyClock(shift('2026-08-01T00:00:00+08:00'));
  const origin = process.env['ORIGIN'] || `http://localhost:${port}`;
  console.log('正在准备演示赛事……');
  const server = await startServer({
    port,
    host: process.env['ORIGIN'] ? '0.0.0.0' : '127.0.0.1',
    origin,
    dataFolder,
    demo: true,
    now: () => clock.now(),
  });
  closeWithGrace({ delay: 5000 }, async () => {
    await server.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  server.context.demo = await standInTheMiddle(server, clock, shift);
  console.log(`公评已就绪：${origin} （演示数据·非真实公示）`);
}
