import { networkInterfaces } from 'node:os';
import closeWithGrace from 'close-with-grace';
import { startServer } from './start.ts';

const { env } = process;
const port = Number(env['PORT'] || 3000);
const origin = env['ORIGIN'] || `http://localhost:${port}`;

const server = await startServer({
  port,
  host: env['HOST'] || (env['ORIGIN'] ? '0.0.0.0' : '127.0.0.1'),
  origin,
  dataFolder: env['DATA'] || 'data',
  databaseUrl: env['DATABASE_URL'] || undefined,
  backupFolder: env['BACKUP'] || undefined,
  log: env['LOG'] === '1',
});
closeWithGrace({ delay: 5000 }, () => server.close());

if (server.context.copies) console.log(`每五分钟自动备份到 ${server.context.copies.state().folder}`);
else if (env['BACKUP'] && server.context.config.rehearsal) console.log('彩排不备份。');
else if (env['BACKUP']) console.log('数据在 PostgreSQL 里，BACKUP 不起作用：请用数据库自己的工具备份。');
if (server.setupCode) console.log(`首次启用：打开 ${origin}/setup ，启用码 ${server.setupCode}`);
if (!env['ORIGIN']) {
  const lan = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const address = lan.find((each) => each.family === 'IPv4' && !each.internal)?.address;
  if (address) console.log(`给会场用，请固定网址后再启动：ORIGIN=http://${address}:${port} npm start`);
}
console.log(`公评已就绪：${origin}${server.context.config.rehearsal ? ' （彩排，不是真实数据）' : ''}`);
