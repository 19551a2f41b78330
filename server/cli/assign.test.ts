import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { QuotaTable } from '../../shared/panels/assignment/testing/quota-synthetic.ts';
import { fileOf } from '../../shared/panels/assignment/testing/quota-synthetic.ts';
import { assign } from './assign.ts';
import { run as gongping } from './run.ts';

async function run(input: unknown, args: string[] = ['-', '--seconds', '60']) {
  const printed = { out: '', err: '' };
  const status = await assign(args, {
    stdin: () => Promise.resolve(typeof input === 'string' ? input : JSON.stringify(input)),
    readFile: () => Promise.reject(new Error('no file')),
    stdout: (text) => (printed.out += text),
    stderr: (text) => (printed.err += text),
  });
  return { status, ...printed };
}

interface Answer {
  status: string;
  objective: number;
  worst: number;
  bound: number;
  worst_bound?: number;
  assignment: { proposal: string; judges: string[] }[];
  reasons: string[];
  clash: object[];
}
const answerOf = async (file: unknown) => JSON.parse((await run(file)).out) as Answer;

const small = {
  format: 'assignment/1',
  judges: [
    { id: 'a', min: 0, max: 2, attributes: ['finance'] },
    { id: 'b', min: 1, max: 2, attributes: ['practice'] },
    { id: 'c', min: 0, max: 2, attributes: ['practice'] },
  ],
  proposals: [
    { id: 'p', judges: 2 },
    { id: 'q', judges: 2 },
  ],
  fit: [
    ['0.9', 0.1],
    [0.5, '0.50'],
    [0.3, 0.7],
  ],
  conflicts: [{ judge: 'b', proposal: 'p' }],
  quotas: [{ attribute: 'finance', min: 1 }],
  objective: 'total',
};

describe('a file', () => {
  test('disjoint quotas → the panels, their figures exactly, prices that prove the bound', async () => {
    const { status, out, err } = await run(small);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      status: 'optimal',
      objective: 1.8,
      worst: 0.6,
      bound: 1.8,
      assignment: [
        { proposal: 'p', judges: ['a', 'c'] },
        { proposal: 'q', judges: ['a', 'b'] },
      ],
      reasons: [],
      certificate: { prices: { a: 0, b: -0.2, c: 0 }, weights: {} },
    });
  });

  test('everything equal → the first judges for the first proposal, as the loads allow', async () => {
    const { assignment } = await answerOf({
      ...small,
      quotas: [],
      fit: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      conflicts: [],
    });
    expect(assignment.map(({ judges }) => judges)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  test('no attributes, conflicts, quotas, objective or format → none, and the total', async () => {
    const { status, objective } = await answerOf({
      judges: [
        { id: 'a', max: 1 },
        { id: 'b', max: 1 },
      ],
      proposals: [{ id: 'p', judges: '1' }],
      fit: [['1'], ['2.50']],
    });
    expect({ status, objective }).toEqual({ status: 'optimal', objective: 2.5 });
  });

  test('no proposals → nothing to assign, no worst-off', async () => {
    expect(await answerOf({ ...small, judges: [], proposals: [], fit: [], conflicts: [] })).toMatchObject({
      status: 'optimal',
      objective: 0,
      worst: null,
      assignment: [],
    });
  });

  test('more digits than a double has → all of them in the total', async () => {
    const { out } = await run({
      ...small,
      fit: [
        ['0.1234567890123456789012345', 0],
        [0, 0],
        ['0.5', 1],
      ],
    });
    expect(out).toContain('"objective":0.6234567890123456789012345');
  });

  test('finance judge in conflict → the rules that clash by name, and what would help', async () => {
    const { status, out } = await run({ ...small, conflicts: [{ judge: 'a', proposal: 'q' }] });
    expect(status).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      status: 'infeasible',
      objective: null,
      assignment: [],
      reasons: [
        '每个项目至少要有 1 位“finance”评委（这样的评委有 1 位：“a”）。',
        '项目“q”有 1 位评委回避：“a”。',
        '以上各条不能同时满足；去掉其中任何一条，其余各条就能同时满足。',
        '办法：每个项目至少要有的“finance”评委数由 1 改为 0。',
        '办法：另请能评的评委，或核实后解除回避：评委“a”不再回避项目“q”。',
      ],
      clash: [
        { rule: 'conflict', judge: 'a', proposal: 'q' },
        { rule: 'quota', attribute: 'finance', min: 1 },
      ],
    });
  });
});

describe('quotas that overlap, at county size', () => {
  const { data, attribute_columns, expected } = JSON.parse(
    readFileSync(new URL('../../fixtures/assignment/quota-synthetic.json', import.meta.url), 'utf8'),
  ) as {
    data: Record<'small' | 'medium', QuotaTable>;
    attribute_columns: string[];
    expected: { small_max_total_fit: number; medium_max_total_fit: number };
  };

  test.each([
    ['small', expected.small_max_total_fit],
    ['medium', expected.medium_max_total_fit],
  ] as const)('%s → its published optimum, proven', async (size, optimum) => {
    const file = fileOf(data[size], attribute_columns, 'total');
    expect(await answerOf(file)).toMatchObject({ status: 'optimal', objective: optimum, bound: optimum });
  });

  test('fair → no worse for the worst-off, twice the same bytes', async () => {
    const file = fileOf(data.small, attribute_columns, 'fair');
    const [first, second] = [await run(file), await run(file)];
    expect(second).toEqual(first);
    const { status, worst, worst_bound } = JSON.parse(first.out) as Answer;
    expect({ status, worst }).toEqual({ status: 'optimal', worst: worst_bound });
    expect(worst).toBeGreaterThanOrEqual((await answerOf({ ...file, objective: 'total' })).worst);
  });

  test('a quota nobody can fill for one proposal → that proposal’s recusals are named', async () => {
    const file = fileOf(data.small, attribute_columns, 'total');
    const finance = file.judges.filter(({ attributes }) => attributes.includes('fin')).map(({ id }) => id);
    const others = file.conflicts.filter(({ proposal }) => proposal !== 'p8');
    const { status, out } = await run({
      ...file,
      conflicts: [...others, ...finance.map((judge) => ({ judge, proposal: 'p8' }))],
    });
    expect(status).toBe(3);
    expect((JSON.parse(out) as Answer).clash).toEqual([
      ...finance.map((judge) => ({ rule: 'conflict', judge, proposal: 'p8' })),
      { rule: 'quota', attribute: 'fin', min: 1 },
    ]);
  });
});

test('every fault with its path, nothing on standard output', async () => {
  const { status, out, err } = await run({
    ...small,
    judges: [
      { id: 'a', min: 3, max: 2, attributes: ['finance'] },
      { id: 'a', max: -1 },
      { id: 'c', min: 0, attributes: 'x' },
    ],
    fit: [['x', 0.1], [0.5], [0.3, null]],
    conflicts: [{ judge: 'z', proposal: 'p' }],
    quotas: [
      { attribute: 'finance', min: 1 },
      { attribute: 'finance', min: 1.5 },
    ],
    objective: 'best',
    extra: 1,
  });
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err.split('\n').map((line) => line.split(':')[0])).toEqual([
    'extra',
    'judges[0].min',
    'judges[1].max',
    'judges[1].id',
    'judges[2].max',
    'judges[2].attributes',
    'fit[0][0]',
    'fit[1]',
    'fit[2][1]',
    'conflicts[0].judge',
    'quotas[1].min',
    'objective',
    '',
  ]);
});

test.each([
  ['a key twice', ['-'], '{"format":"assignment/1","format":"assignment/1"}', 'format: 同一对象里写了两次'],
  ['no JSON', ['-'], '{', '(file): 不是 JSON 文件'],
  ['another format', ['-'], '{"format":"funding/1"}', 'format: 只能是 assignment/1'],
  ['no such file', ['no-such.json'], '', '(file): 读不到文件'],
  ['no file at all', [], '', '用法：gongping assign'],
  ['no seconds', ['-', '--seconds', '0'], '', '--seconds 后面应为大于 0 的秒数'],
  ['an unknown option', ['-', '--best'], '', '用法：gongping assign'],
])('%s → status 2, the reason on standard error', async (_, args, input, reason) => {
  const { status, out, err } = await run(input, args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(reason);
});

test('--help, through the program → how to use it', async () => {
  let out = '';
  const unused = () => Promise.reject(new Error('nothing is read'));
  const io = {
    stdin: unused,
    readFile: unused,
    stdout: (text: string) => void (out += text),
    stderr: () => undefined,
  };
  expect(await gongping(['assign', '--help'], io)).toBe(0);
  expect(out).toContain('用法：gongping assign');
});
