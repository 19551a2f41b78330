import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { exportFiles } from '../../../shared/contract/papers.ts';
import { parseCsv } from '../../../shared/ledger/verify/csv.ts';
import { verify } from '../../cli/verify.ts';
import { engines } from '../../store/testing.ts';
import { operation, testServer } from '../../testing.ts';
import type { TestServer } from '../../testing.ts';
import { expectedRows, lockedWeiyuan, weiyuan } from '../results/testing.ts';
import type { LockedWeiyuan } from '../results/testing.ts';
import { decideWeiyuan } from '../decisions/testing.ts';

const { exports } = contract;

/** What the command line says of a folder. */
async function verifyFolder(folder: string, ...options: string[]): Promise<{ status: number; text: string }> {
  let text = '';
  const say = (part: string) => void (text += part);
  const status = await verify([folder, ...options], {
    stdin: () => Promise.resolve(''),
    readFile: () => Promise.resolve(''),
    stdout: say,
    stderr: say,
  });
  return { status, text };
}

describe.each(Object.entries(engines))('the set of files on %s', (_engine, open) => {
  let server: TestServer;
  let day: LockedWeiyuan;
  let folder: string;
  let made: { id: string; ledger: { size: number; head: string } };
  const files = new Map<string, Buffer>();
  beforeAll(async () => {
    server = await testServer(open);
    day = await lockedWeiyuan(server);
    folder = mkdtempSync(join(tmpdir(), 'gongping-set-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await server.dispose();
  });

  const make = () => ({ params: day.params, body: { operation: operation() } });
  const take = async (id: string, file: string) =>
    server.app.inject({
      url: `/api/competitions/${day.competition}/exports/${id}/files/${file}`,
      headers: {
        host: 'gongping.test',
        cookie: [...day.as.u07.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });

  test('no confirmed decision → refused, nothing left in the folder or the ledger', async () => {
    const before = await day.as.u01.call(contract.ledger.page, { params: day.params });
    expect((await day.as.u01.fail(exports.make, make())).code).toBe('wrong_state');
    expect(await day.as.u01.call(contract.ledger.page, { params: day.params })).toEqual(before);
    expect(await day.as.u01.call(exports.list, { params: day.params })).toEqual([]);
    expect(existsSync(join(server.context.config.dataFolder, 'exports'))).toBe(false);
  });

  test('made once for all retries, listed, every file offered under its own name', async () => {
    await decideWeiyuan(day);
    const request = make();
    const set = await day.as.u01.call(exports.make, request);
    expect(await day.as.u01.call(exports.make, request)).toEqual(set);
    expect(await day.as.u07.call(exports.list, { params: day.params })).toEqual([set]);
    expect(set.files.map(({ name }) => name)).toEqual([...exportFiles]);
    expect(readdirSync(join(server.context.config.dataFolder, 'exports'))).toEqual([set.id]);
    made = set;
    for (const { name, bytes } of set.files) {
      const reply = await take(set.id, name);
      expect([reply.statusCode, reply.rawPayload.length]).toEqual([200, bytes]);
      expect(reply.headers['content-disposition']).toContain(`filename="${name}"`);
      files.set(name, reply.rawPayload);
      writeFileSync(join(folder, name), reply.rawPayload);
    }
  });

  test('verify → everything agrees, all sheets and amounts compared, with the head from paper too', async () => {
    const { size, head } = made.ledger;
    const { status, text } = await verifyFolder(folder, '--head', `${size}:${head.slice(0, 16)}`);
    expect(text).toContain('评分表 441 份，已与评分册逐项对照 441 份');
    expect(text).toContain('拟资助金额已与记录的决定对照');
    expect(text).toContain('结论：全部一致。');
    expect(status).toBe(0);
  });

  test.each(exportFiles)('any digit changed in %s → verify fails and names it', async (name) => {
    const original = files.get(name);
    if (!original) throw new Error(`${name} is missing`);
    const digits = [...original.keys()].filter((at) => /[0-9]/.test(String.fromCharCode(original[at] ?? 0)));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), async (at, more) => {
        const changed = Buffer.from(original);
        changed[at] = 0x30 + (((original[at] ?? 0) - 0x30 + more) % 10);
        writeFileSync(join(folder, name), changed);
        const { status, text } = await verifyFolder(folder);
        expect(status).toBe(1);
        expect(text).toMatch(new RegExp(`涉及文件：.*${name.replace('.', '\\.')}`));
      }),
      { numRuns: 4 },
    );
    writeFileSync(join(folder, name), original);
  });

  test('a file missing and a file too many → both are named', async () => {
    rmSync(join(folder, 'funded.xlsx'));
    writeFileSync(join(folder, 'extra.txt'), 'x');
    const { status, text } = await verifyFolder(folder);
    expect([status, text.includes('缺少  funded.xlsx'), text.includes('多出  extra.txt')]).toEqual([
      1,
      true,
      true,
    ]);
    rmSync(join(folder, 'extra.txt'));
    writeFileSync(join(folder, 'funded.xlsx'), files.get('funded.xlsx') ?? '');
  });

  test('funded.csv → the 21 projects of the fixture with their amounts', () => {
    const [head, ...rows] = parseCsv(String(files.get('funded.csv')));
    expect(head).toEqual(['序号', '项目名称', '申报主体', '落地社区', '拟资助金额（元）']);
    const { proposals } = weiyuan<{ proposals: { id: string; title: string }[] }>('proposals');
    const title = (id: string) => proposals.find((proposal) => proposal.id === id)?.title;
    expect(rows.map((row) => [row[1], row[4]])).toEqual(
      expectedRows()
        .filter(({ amount }) => amount > 0)
        .map(({ id, amount }) => [title(id), String(amount)]),
    );
  });

  test('scores.xlsx → scores and totals are numbers, a dropped one shows its mark and still counts', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(files.get('scores.xlsx') ?? []).buffer);
    const [summary, marks] = workbook.worksheets;
    const first = summary?.getRow(3);
    expect([first?.getCell(1).value, first?.getCell(22).value]).toEqual([1, 88.95]);
    const totals = Array.from({ length: 15 }, (_none, seat) => first?.getCell(7 + seat));
    const marked = totals.filter((cell) => /△|▽/.test(cell?.numFmt ?? '')).map((cell) => cell?.value);
    expect(marked.sort()).toEqual([80, 99]);
    expect(marks?.rowCount).toBe(2 + 495);
    const { sheets } = weiyuan<{ sheets: { marks: Record<string, string> }[] }>('marks');
    const cells = (marks?.getRows(3, 495) ?? []).flatMap((row) =>
      [5, 6, 7, 8, 9, 10].map((at) => row.getCell(at).value),
    );
    const sum = (values: readonly unknown[]) =>
      values.reduce<number>((total, value) => total + Number(value ?? 0), 0);
    expect(sum(cells)).toBe(sum(sheets.flatMap((sheet) => Object.values(sheet.marks))));
  });

  test('a file not of the set, a set of another competition → not found', async () => {
    for (const file of ['signing.key', '..%2F..%2Fsigning.key', 'nothing.txt'])
      expect((await take(made.id, file)).statusCode).toBeGreaterThanOrEqual(400);
    const other = await day.as.u01.call(contract.competitions.create, {
      body: { operation: operation(), template: 'weiyuan', name: '另一场' },
    });
    const reply = await day.as.u01.fail(exports.file, {
      params: { competition: other.id, export: made.id, file: 'funded.csv' },
    });
    expect(reply.code).toBe('not_found');
  });

  test('stopped after the ledger knew of it → the same operation completes the set', async () => {
    const { exportSet } = server.context.store.t;
    const request = make();
    const set = await day.as.u07.call(exports.make, request);
    const { whole, partial } = ((at: string) => ({ whole: at, partial: `${at}.partial` }))(
      join(server.context.config.dataFolder, 'exports', set.id),
    );
    await server.context.store.write(day.competition, (tx) =>
      tx.delete(exportSet).where(eq(exportSet.id, set.id)),
    );
    mkdirSync(partial);
    for (const { name } of set.files.filter(({ name: file }) => !/^(ledger|openings|manifest)/.test(file)))
      writeFileSync(join(partial, name), readFileSync(join(whole, name)));
    rmSync(whole, { recursive: true });
    expect(await day.as.u07.call(exports.make, request)).toEqual(set);
    expect((await verifyFolder(whole)).status).toBe(0);
  });
});
