import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { eq, getTableColumns } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chainFault } from '../../shared/ledger/chain.ts';
import { isKnownEntry } from '../../shared/ledger/known-entry.ts';
import { inProcessTransport } from '../client/transport.ts';
import { freePort } from '../demo/free-port.ts';
import { readModel } from '../demo/model.ts';
import { newPlay } from '../demo/play.ts';
import type { Play } from '../demo/play.ts';
import { smallModel } from '../demo/small-model.ts';
import { apply } from '../demo/story/applying.ts';
import { found } from '../demo/story/founding.ts';
import { sha256 } from '../sha256.ts';
import { startServer } from '../start.ts';
import type { RunningServer } from '../start.ts';
import { listCopies } from '../store/backup/copies.ts';
import { openSqlite } from '../store/sqlite.ts';
import { run } from './run.ts';

const root = mkdtempSync(join(tmpdir(), 'gongping-backup-'));
const data = join(root, 'data');
const stick = join(root, 'stick');
let server: RunningServer;
let play: Play;

/** Runs `gongping` and keeps what it prints. */
async function gongping(...args: string[]) {
  const printed = { out: '', err: '' };
  const unused = () => Promise.reject(new Error('a copy is no text'));
  const status = await run(args, {
    stdin: unused,
    readFile: unused,
    stdout: (text) => (printed.out += text),
    stderr: (text) => (printed.err += text),
  });
  return { status, ...printed };
}
const backup = () => gongping('backup', stick, '--data', data);
/** Every file below a folder with its content, but for the database. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !/sqlite|copy\.json/.test(item.name))
    .map((item) => join(item.parentPath, item.name))
    .map((path) => [path.slice(folder.length), sha256(readFileSync(path))])
    .sort();
const newest = async () => {
  const copy = (await listCopies(stick)).at(-1);
  if (copy === undefined) throw new Error('no copy');
  return copy;
};

/** A call that is out, with three proposals and their attachments, on a server that goes on running. */
beforeAll(async () => {
  let offset = Date.parse('2026-08-01T00:00:00+08:00') - Date.now();
  server = await startServer({
    port: await freePort(),
    host: '127.0.0.1',
    origin: 'http://gongping.test',
    dataFolder: data,
    now: () => Date.now() + offset,
  });
  play = newPlay({
    model: smallModel(readModel(), ['p14', 'p32', 'p31'], 'p31'),
    transport: inProcessTransport(server.app, 'http://gongping.test'),
    shift: Date.parse,
    setupCode: () => Promise.resolve(server.setupCode ?? ''),
    moveTo: (iso) => void (offset = Math.max(offset, Date.parse(iso) - Date.now())),
  });
  await found(play);
  await apply(play);
}, 120_000);
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

test('backup of a running server → a checked copy; the second one copies no attachment again', async () => {
  const first = await backup();
  expect(first).toMatchObject({ status: 0, err: '' });
  expect(first.out).toContain('第 1 份副本');
  const pool = join(stick, 'files');
  const times = filesIn(pool).map(([path = '']) => statSync(join(pool, path)).mtimeMs);
  expect(times.length).toBeGreaterThan(0);
  expect((await backup()).status).toBe(0);
  expect(filesIn(pool).map(([path = '']) => statSync(join(pool, path)).mtimeMs)).toEqual(times);
  expect((await listCopies(stick)).map(({ manifest }) => manifest.number)).toEqual([1, 2]);
});

test('restore from the backup folder → the newest copy, every file, a new epoch, an entry that replay accepts', async () => {
  const restored = join(root, 'restored');
  const { status, out, err } = await gongping('restore', stick, restored);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const { manifest } = await newest();
  expect(out).toContain(`第 ${manifest.number} 份副本`);
  expect(filesIn(restored)).toEqual(filesIn(data));

  const store = openSqlite(restored);
  const { fact, ledger } = store.t;
  const [epoch] = await store.read.select().from(fact).where(eq(fact.name, 'epoch'));
  expect([manifest.epoch, server.context.epoch]).not.toContain(epoch?.value);
  const { scope, ...columns } = getTableColumns(ledger);
  const entries = await store.read
    .select(columns)
    .from(ledger)
    .where(eq(scope, play.competition))
    .orderBy(columns.seq);
  expect(chainFault(entries, sha256)).toBeNull();
  const last = entries.at(-1);
  expect(last).toMatchObject({
    actor: 'system',
    action: 'backup_restored',
    data: { epoch: epoch?.value, size: manifest.ledgers[0]?.size, taken: manifest.at },
  });
  expect(last && isKnownEntry(last)).toBe(true);
  expect(out).toContain(`操作留痕 ${entries.length} 条，末条哈希 ${last?.hash}`);
  await store.close();

  const again = await startServer({
    port: await freePort(),
    host: '127.0.0.1',
    origin: 'http://gongping.test',
    dataFolder: restored,
  });
  expect(again.context.signer.publicKey).toBe(server.context.signer.publicKey);
  expect(again.context.beginning).toEqual({ kind: 'restored', at: expect.any(Number), taken: manifest.at });
  await again.close();
});

test('folder that holds something → refused, nothing in it is touched', async () => {
  const before = filesIn(data);
  const { status, err } = await gongping('restore', stick, data);
  expect(status).toBe(1);
  expect(err).toContain('绝不覆盖');
  expect(filesIn(data)).toEqual(before);
});

/** Restores a copy in which one byte of a file differs, or a file is gone; puts it right again afterwards. */
async function damaged(path: string, how: 'changed' | 'gone', ...flags: string[]) {
  const kept = join(root, 'kept');
  copyFileSync(path, kept);
  const content = readFileSync(path);
  if (how === 'gone') rmSync(path);
  else writeFileSync(path, content.fill((content.at(-1) ?? 0) ^ 1, content.length - 1));
  const target = join(root, 'from-damaged');
  const answer = await gongping('restore', stick, target, ...flags);
  const made = existsSync(target);
  rmSync(target, { recursive: true, force: true });
  copyFileSync(kept, path);
  return { ...answer, made };
}

test.each([
  ['gongping.sqlite', 'changed', 'gongping.sqlite 与备份时不符'],
  ['gongping.sqlite', 'gone', '缺少 gongping.sqlite'],
  ['signing.key', 'changed', 'signing.key 与备份时不符'],
  ['signing.key', 'gone', '缺少 signing.key'],
] as const)('%s of the copy %s → refused with its name', async (name, how, words) => {
  const { status, err, made } = await damaged(join((await newest()).folder, name), how);
  expect({ status, made }).toEqual({ status: 1, made: false });
  expect(err).toContain(words);
  expect(err).toContain('更早的一份');
});

test('attachment rotten on the stick → refused by name; on request restored without it', async () => {
  const { manifest } = await newest();
  const file = manifest.files[0];
  const pool = join(stick, 'files', file?.sha256.slice(0, 2) ?? '', file?.sha256 ?? '');
  const refused = await damaged(pool, 'changed');
  expect(refused).toMatchObject({ status: 1, made: false });
  expect(refused.err).toContain(`${file?.path} 与备份时不符`);
  expect(refused.err).toContain('--without-damaged-files');
  expect(await damaged(pool, 'gone', '--without-damaged-files')).toMatchObject({ status: 0, made: true });
});

test('database changed together with its hash → the ledger’s own chain tells', async () => {
  const { folder } = await newest();
  const forged = join(root, 'forged-stick', '00001_2026-10-16_09-25');
  cpSync(stick, join(root, 'forged-stick'), { recursive: true });
  cpSync(folder, forged, { recursive: true });
  const file = join(forged, 'gongping.sqlite');
  const database = new Database(file);
  database.exec('UPDATE ledger SET at = at + 1 WHERE seq = 3');
  database.close();
  const manifest = JSON.parse(readFileSync(join(forged, 'copy.json'), 'utf8')) as Record<string, unknown>;
  const content = readFileSync(file);
  manifest['database'] = { bytes: content.length, sha256: sha256(content) };
  writeFileSync(join(forged, 'copy.json'), JSON.stringify(manifest));
  const { status, err } = await gongping('restore', forged, join(root, 'never'));
  expect(status).toBe(1);
  expect(err).toContain(`大赛 ${play.competition} 的操作留痕在第 3 条接不上`);
});

test('attachment that is gone from the data folder → the copy is made, says so, and can be restored', async () => {
  const [path = ''] = filesIn(join(data, 'files'))[0] ?? [];
  const lost = join(data, 'files', path);
  const elsewhere = join(root, 'elsewhere');
  const other = join(root, 'other-stick');
  copyFileSync(lost, elsewhere);
  rmSync(lost);
  const { status, err } = await gongping('backup', other, '--data', data);
  copyFileSync(elsewhere, lost);
  expect(status).toBe(1);
  expect(err).toContain(`找不到或已损坏：files${path}`);
  expect((await gongping('restore', other, join(root, 'without-one'))).status).toBe(0);
});

test('fourteen copies of one day → twelve stay, the newest among them', async () => {
  for (let count = (await listCopies(stick)).length; count < 14; count += 1)
    expect((await backup()).status).toBe(0);
  const numbers = (await listCopies(stick)).map(({ manifest }) => manifest.number);
  expect(numbers.length).toBe(12);
  expect(numbers.at(-1)).toBe(14);
}, 120_000);

test('what no copy can be made of, or from → said in words, status 2 for a slip, 1 for a fault', async () => {
  expect((await gongping('backup')).status).toBe(2);
  const nothing = await gongping('backup', stick, '--data', join(root, 'nothing-here'));
  expect(nothing).toMatchObject({ status: 2 });
  expect(nothing.err).toContain('没有公评的数据');
  expect((await gongping('restore', stick)).status).toBe(2);
  expect(await gongping('restore', join(root, 'nothing-here'), join(root, 'x'))).toMatchObject({ status: 1 });
  expect((await gongping('backup', '--help')).out).toContain('用法');
  expect((await gongping('restore', '--help')).out).toContain('用法');
});
