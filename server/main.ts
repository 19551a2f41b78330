import { networkInterfaces } from 'node:os';
import closeWithGrace from 'close-with-grace';
import { startServer } from './start.ts';

const port = Number(process.env['PORT'] ?? 3000);
const origin = process.env['ORIGIN'] ?? `http://localhost:${port}`;

const server = await startServer({
  port,
  host: process.env['HOST'] ?? (process.env['ORIGIN'] ? '0.0.0.0' : '127.0.0.1'),
  origin,
  dataFolder: process.env['DATA'] ?? 'data',
  databaseUrl: process.env['DATABASE_URL'],
  log: process.env['LOG'] === '1',
});
closeWithGrace({ delay: 5000 }, () => server.close());

console.log(`公评已启动：${origin}`);
if (server.setupCode) console.log(`首次启用：打开 ${origin}/setup ，启用码 ${server.setupCode}`);
if (!process.env['ORIGIN']) {
  const lan = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const address = lan.find((each) => each.family === 'IPv4' && !each.internal)?.address;
  if (address) console.log(`给会场用：ORIGIN=http://${address}:${port} npm start`);
}
