import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rank } from './rank.ts';

const BOOK = fileURLToPath(new URL('../../fixtures/weiyuan/scorebook.json', import.meta.url));

async function run(args: string[], input = ''): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const status = await rank(args, {
    stdin: () => Promise.resolve(input),
    readFile: (path) => readFile(path, 'utf8'),
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
  });
  return { status, out, err };
}

test('a scorebook → its result as JSON, nothing on standard error', async () => {
  const { status, out, err } = await run([BOOK]);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const result = JSON.parse(out) as { format: string; entries: { id: string }[]; checksum: string };
  expect(result.format).toBe('result/1');
  expect(result.entries[0]).toMatchObject({ id: 'p01', rank: 1, score: '88.95', valid: 13 });
  expect(result.checksum).toMatch(/^[0-9a-f]{64}$/);
});

test('the same scorebook on standard input, after a byte order mark → the same bytes', async () => {
  const text = await readFile(BOOK, 'utf8');
  const [fromFile, fromStdin] = [await run([BOOK]), await run(['-'], `\uFEFF${text}`)];
  expect(fromStdin).toEqual(fromFile);
});

test('--cut → the same result and checksum, with the certainty beside it', async () => {
  const [plain, cut] = [await run([BOOK]), await run([BOOK, '--cut', '21'])];
  const { certainty, ...rest } = JSON.parse(cut.out) as { certainty: Record<string, unknown> };
  expect(rest).toEqual(JSON.parse(plain.out));
  expect(certainty).toMatchObject({ cut: 21, tied_at_line: false });
  expect(certainty.funded).toHaveLength(21);
});

test('--explain → the derivation as text', async () => {
  const { status, out } = await run([BOOK, '--explain', 'p01']);
  expect(status).toBe(0);
  expect(out).toContain('第 1 名，88.95 分\n有效 13 位');
});

test.each([
  ['faults', ['-'], '{"format":"scorebook/1","x":1}', 'x: 没有这一项'],
  ['a key twice', ['-'], '{"format":1,"format":1}', 'format: 同一对象里写了两次'],
  ['no JSON', ['-'], '{', '(file): 不是 JSON 文件'],
  ['no such file', ['no-such-file.json'], '', '(file): 读不到文件'],
  ['no file at all', [], '', '用法：gongping rank'],
  ['a cut that is no number', ['-', '--cut', '0'], '', '--cut 后面应为正整数'],
  ['an unknown option', ['-', '--best'], '', '用法：gongping rank'],
  ['an unknown entry', [BOOK, '--explain', 'p99'], '', '没有编号为“p99”的项目'],
])(
  '%s → status 2, the reason on standard error, nothing on standard output',
  async (_, args, input, reason) => {
    const { status, out, err } = await run(args, input);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(reason);
  },
);

test('--help → how to use it', async () => {
  const { status, out } = await run(['--help']);
  expect(status).toBe(0);
  expect(out).toContain('用法：gongping rank');
});
