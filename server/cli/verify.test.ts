import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ledgerSize } from '../../shared/ledger/head.ts';
import { run } from './run.ts';
import { edited, entriesOf, raised, resigned, smallContest, testKey, testSet } from './set-for-tests.ts';
import type { TestSet } from './set-for-tests.ts';

const root = mkdtempSync(join(tmpdir(), 'gongping-verify-'));
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;
/** Writes a set to a folder of its own. */
function written(files: TestSet): string {
  const folder = join(root, String((folders += 1)));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Runs `gongping` and keeps what it prints. */
async function gongping(...args: string[]) {
  const printed = { out: '', err: '' };
  const unused = () => Promise.reject(new Error('verify reads a folder'));
  const status = await run(args, {
    stdin: unused,
    readFile: unused,
    stdout: (text) => (printed.out += text),
    stderr: (text) => (printed.err += text),
  });
  return { status, ...printed };
}
const verify = (files: TestSet, ...args: string[]) => gongping('verify', written(files), ...args);
const named = (out: string) => /涉及文件：(.*)。/.exec(out)?.[1]?.split('、');

const key = testKey();
const whole = testSet(key);
const { size, head } = ledgerSize(entriesOf(whole));

describe('gongping verify', () => {
  test('a whole set → 0, every file the same, everything sealed compared', async () => {
    const { status, out, err } = await verify(whole);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const listed = [...whole.keys()].filter((path) => path !== 'manifest.json');
    expect(out).toContain(listed.map((path) => `  一致  ${path}\n`).join(''));
    expect(out).toContain(`操作留痕 ${size} 条，末条哈希 ${head}`);
    expect(out).toContain('封存内容 15 项，已对照 15 项');
    expect(out).toContain('评分表 3 份，已与评分册逐项对照 3 份');
    expect(out).toContain('拟资助金额已与记录的决定对照');
    expect(out).toContain('请把上面的留痕条数和末条哈希与当时签字的纸质材料对照');
  });

  test.each([...whole.keys()])('one digit of %s changed → 1, and the file is named', async (path) => {
    const next = (digit: string) => String((Number(digit) + 1) % 10);
    const digit = /[0-9]/.exec(Buffer.from(whole.get(path) ?? []).toString())?.[0] ?? '';
    const { status, out, err } = await verify(edited(whole, path, digit, next(digit)));
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(named(out)).toContain(path);
  });

  test('a file taken out, put in, or put in a folder below → 1, missing and extra', async () => {
    const files: TestSet = new Map([...whole, ['说明/多余.txt', Buffer.from('x')]]);
    files.delete('scores.xlsx');
    const { status, out } = await verify(files);
    expect(status).toBe(1);
    expect(out).toContain('  缺少  scores.xlsx\n');
    expect(out).toContain('  多出  说明/多余.txt\n');
    expect(named(out)).toEqual(['scores.xlsx', '说明/多余.txt']);
  });

  test('no manifest → 1, and it is named', async () => {
    const files = new Map(whole);
    files.delete('manifest.json');
    const { status, out } = await verify(files);
    expect(status).toBe(1);
    expect(named(out)).toEqual(['manifest.json']);
  });

  test('the openings of a person erased → 0, and it is said how much was compared', async () => {
    const line = /\{"field":"(marks|comment)","salt":"[0-9a-f]+","seq":4,.*\}\n/;
    const erased = edited(edited(whole, 'openings.jsonl', line, ''), 'openings.jsonl', line, '');
    const { status, out } = await verify(resigned(erased, key));
    expect(status).toBe(0);
    expect(out).toContain('封存内容 15 项，已对照 13 项');
  });
});

describe('--head', () => {
  test('the head on the last paper, or on an earlier one → 0', async () => {
    const earlier = ledgerSize(entriesOf(whole).slice(0, 6));
    for (const paper of [
      `${size}:${head}`,
      `${earlier.size}:${earlier.head}`,
      `${size}:${head.slice(0, 16)}`,
    ]) {
      const { status, out } = await verify(whole, '--head', paper);
      expect(status).toBe(0);
      expect(out).toContain(`纸上的第 ${paper.split(':')[0]} 条留痕与文件相符`);
    }
  });

  test('everything made anew around a higher mark, by the holder of the key → good by itself, not against paper', async () => {
    const forged = testSet(key, raised(smallContest));
    expect((await verify(forged)).status).toBe(0);
    const { status, out } = await verify(forged, '--head', `${size}:${head}`);
    expect(status).toBe(1);
    expect(out).toContain(`ledger.jsonl：第 ${size} 条的哈希与纸上的不符`);
  });

  test('the last entry cut off, manifest signed anew → good by itself, not against paper', async () => {
    const cut = resigned(edited(whole, 'ledger.jsonl', /\n[^\n]+\n$/, '\n'), key);
    expect((await verify(cut)).status).toBe(0);
    const { status, out } = await verify(cut, '--head', `${size}:${head}`);
    expect(status).toBe(1);
    expect(out).toContain(`ledger.jsonl：不足 ${size} 条`);
  });
});

describe('usage', () => {
  test('no folder, two, none there, a file, a head that is none, an unknown option → 2, nothing on standard output', async () => {
    const folder = written(whole);
    const wrong = [
      [],
      [folder, folder],
      [join(root, 'nowhere')],
      [join(folder, 'funded.csv')],
      [folder, '--head', '12'],
      [folder, '--heads'],
    ];
    for (const args of wrong) {
      const { status, out, err } = await gongping('verify', ...args);
      expect({ args, status, out }).toEqual({ args, status: 2, out: '' });
      expect(err).not.toBe('');
    }
  });

  test('--help, of the program and of the command → 0', async () => {
    expect(await gongping('--help')).toMatchObject({ status: 0, err: '' });
    const { status, out } = await gongping('verify', '--help');
    expect(status).toBe(0);
    expect(out).toContain('--head');
  });

  test('no command, or one that does not exist → 2', async () => {
    expect((await gongping()).status).toBe(2);
    expect((await gongping('constructor')).err).toContain('没有“constructor”这个命令');
  });
});
