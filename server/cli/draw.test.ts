import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { run as gongping } from './run.ts';

const lot = JSON.parse(
  readFileSync(new URL('../../fixtures/draw/public-lot.json', import.meta.url), 'utf8'),
) as {
  commitments_sha256: string[];
  revealed: string[];
  label: string;
  ids: string[];
  expected_seed: string;
  expected_order: [number, string, string][];
};
const file = {
  format: 'draw/1',
  label: lot.label,
  ids: lot.ids,
  commitments: lot.commitments_sha256,
  revealed: lot.revealed,
};

async function draw(args: string[], input: unknown = '') {
  const printed = { out: '', err: '' };
  const status = await gongping(['draw', ...args], {
    stdin: () => Promise.resolve(typeof input === 'string' ? input : JSON.stringify(input)),
    readFile: () => Promise.reject(new Error('no file')),
    stdout: (text) => (printed.out += text),
    stderr: (text) => (printed.err += text),
  });
  return { status, ...printed };
}
const json = async (args: string[], input: unknown) => {
  const { status, out } = await draw(args, input);
  return { status, answer: JSON.parse(out) as Record<string, unknown> };
};

describe('commit, reveal, order, --verify', () => {
  test('each secret, with or without the newline of the editor → its published commitment', async () => {
    for (const [part, secret] of lot.revealed.entries())
      for (const newline of ['', '\n', '\r\n'])
        expect(await json(['commit', '-'], `${secret}${newline}`)).toEqual({
          status: 0,
          answer: { commitment: lot.commitments_sha256[part] },
        });
  });

  test('one not revealed yet → waiting; the others match', async () => {
    const { status, answer } = await json(['reveal', '-'], {
      ...file,
      revealed: [...lot.revealed.slice(0, 2), null],
    });
    expect(status).toBe(0);
    expect(answer).toMatchObject({
      complete: false,
      parts: [{ matches: true }, { matches: true }, { revealed: false }],
    });
  });

  test('one that does not match → 3, which, and no order', async () => {
    const changed = { ...file, revealed: ['another', ...lot.revealed.slice(1)] };
    expect((await json(['reveal', '-'], changed)).status).toBe(3);
    const { status, answer } = await json(['order', '-'], changed);
    expect({ status, order: answer.order }).toEqual({ status: 3, order: [] });
    expect(answer.reasons).toEqual(['第 1 份与事先提交的承诺不符；请核对空格和标点，仍不符的，这一轮作废。']);
  });

  test('all revealed → the published order; its own output verifies, one change in it does not', async () => {
    const { status, answer } = await json(['order', '-'], file);
    expect({ status, seed: answer.seed }).toEqual({ status: 0, seed: lot.expected_seed });
    expect(answer.order).toEqual(lot.expected_order.map(([, id, key]) => ({ id, key })));
    expect(await json(['--verify', '-'], answer)).toEqual({
      status: 0,
      answer: { agrees: true, seed: lot.expected_seed, reasons: [] },
    });
    const changed = [...(answer.order as object[])].reverse();
    expect(await json(['--verify', '-'], { ...answer, order: changed })).toEqual({
      status: 1,
      answer: { agrees: false, seed: lot.expected_seed, reasons: ['order 从第 1 位起与重抽的不同。'] },
    });
  });

  test('a record without an outcome → there is nothing to verify', async () => {
    expect((await json(['--verify', '-'], file)).status).toBe(1);
  });

  test('judges of a pool for the seats of their group → drawn, with substitutes, and verified', async () => {
    const pool = ['f1', 'f2', 'f3'].map((id) => ({ id, group: 'finance' }));
    const { answer } = await json(['order', '-'], {
      ...file,
      ids: pool,
      seats: [{ group: 'finance', count: 2 }],
    });
    const ids = (answer.order as { id: string }[]).map(({ id }) => id);
    expect(answer.drawn).toEqual([
      { group: 'finance', count: 2, ids: ids.slice(0, 2), substitutes: ids.slice(2) },
    ]);
    expect((await json(['--verify', '-'], answer)).status).toBe(0);
    const { status, answer: none } = await json(['order', '-'], {
      ...file,
      ids: pool,
      seats: [{ group: 'finance', count: 4 }],
    });
    expect({ status, reasons: none.reasons }).toEqual({
      status: 3,
      reasons: ['“finance”一组只有 3 位，不够抽 4 位；请补充名单或减少名额。'],
    });
  });
});

test('every fault with its path, nothing on standard output', async () => {
  const { status, out, err } = await draw(['order', '-'], {
    ids: ['a', 'a', 3, { id: 'b', place: 1 }],
    commitments: ['x'],
    revealed: ['1', ''],
    seats: [{ count: 0 }],
  });
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err.split('\n').map((line) => line.split(':')[0])).toEqual([
    'label',
    'revealed[1]',
    'commitments[0]',
    'commitments',
    'ids[1]',
    'ids[2]',
    'ids[3].place',
    'seats[0].count',
    '',
  ]);
});

test.each([
  ['nothing to do', [], '请说明做什么'],
  ['an unknown step', ['shuffle', '-'], '没有“shuffle”这一步'],
  ['no file', ['order'], '请给出一个文件'],
  ['two files', ['order', '-', '-'], '请给出一个文件'],
  ['no such secret', ['commit', 'nowhere'], '读不到文件“nowhere”'],
  ['an empty secret', ['commit', '-'], '文件是空的'],
  ['an unknown option', ['order', '-', '--best'], '用法：gongping draw'],
])('%s → status 2', async (_, args, reason) => {
  const { status, out, err } = await draw(args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(reason);
});

test('--help → how to use it', async () => {
  const { status, out } = await draw(['--help']);
  expect(status).toBe(0);
  expect(out).toContain('用法：gongping draw');
});
