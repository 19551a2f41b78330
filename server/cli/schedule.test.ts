import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ScheduleAnswer } from '../../shared/schedule/model.ts';
import type { LotSmall } from '../../shared/schedule/testing/lot-small.ts';
import { lotSmallFile } from '../../shared/schedule/testing/lot-small.ts';
import { run } from './run.ts';

const lotSmall = JSON.parse(
  readFileSync(new URL('../../fixtures/schedule/lot-small.json', import.meta.url), 'utf8'),
) as LotSmall;

async function gongping(args: string[], input = '') {
  const printed = { out: '', err: '' };
  const status = await run(['schedule', ...args], {
    stdin: () => Promise.resolve(input),
    readFile: () => Promise.reject(new Error('no such file')),
    stdout: (text) => void (printed.out += text),
    stderr: (text) => void (printed.err += text),
  });
  return { status, ...printed };
}

async function solved(file: unknown): Promise<ScheduleAnswer> {
  const { status, out, err } = await gongping(['-', '--seconds', '120'], JSON.stringify(file));
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out);
}

const open = (slots: number[]) => [{ day: 'd1', slots }];
const small = {
  format: 'schedule/1',
  days: [{ id: 'd1', name: '周五', slots: '4' }],
  rooms: [{ id: 'r1', open: open([1, 2, 3]) }],
  judges: [{ id: 'j1', name: '评委一', max: 2 }, { id: 'j2' }],
  proposals: [
    { id: 'p1', applicant: 'a', duration: 2, roles: [{ role: '主评', eligible: ['j1', 'j2'] }] },
    { id: 'p2', applicant: 'b', roles: [{ role: '主评', eligible: ['j1'] }], open: open([1, 2]) },
  ],
};
type File = typeof small;
const changed = (change: (file: File & Record<string, unknown>) => void): string => {
  const file = structuredClone(small);
  change(file);
  return JSON.stringify(file);
};

test('a file with numbers as text and much left out → the one plan, by time', async () => {
  expect(await solved({ ...small, lot: ['p1'] })).toEqual({
    status: 'optimal',
    bound: 2,
    placements: [
      { proposal: 'p2', day: 'd1', slot: 1, room: 'r1', judges: { 主评: 'j1' } },
      { proposal: 'p1', day: 'd1', slot: 2, room: 'r1', judges: { 主评: 'j2' } },
    ],
    unplaced: [],
  });
});

test('a public lot with 896 plans → the one that the rule of the lot names', async () => {
  const { status, bound, placements } = await solved(lotSmallFile(lotSmall));
  expect({ status, bound }).toEqual({ status: 'optimal', bound: 12 });
  expect(Object.fromEntries(placements.map(({ proposal, slot }) => [proposal, slot]))).toEqual(
    lotSmall.expected.lexicographic_schedule,
  );
});

test('the same file → the same bytes, from a byte order mark on', async () => {
  const text = JSON.stringify(lotSmallFile(lotSmall));
  expect(await gongping(['-'], `\uFEFF${text}`)).toEqual(await gongping(['-'], text));
});

test.each([
  ['never there', { open: [] }, '申报方能到场的时段不够连续排下一场。'],
  ['longer than the day', { duration: 5 }, '答辩时长超过任何一天的时段数。'],
  ['a role for nobody', { roles: [{ role: '主评', eligible: [] }] }, '“主评”没有可选的评委。'],
  ['no room then', { open: open([4]) }, '申报方能到场时，没有一间会场连续开放到足够的时段。'],
])('%s → placed without it, the reason in words, exit 0', async (_, change, reason) => {
  const file = { ...small, proposals: [small.proposals[0], { ...small.proposals[1], ...change }] };
  const { status, bound, unplaced } = await solved(file);
  expect({ status, bound }).toEqual({ status: 'optimal', bound: 1 });
  expect(unplaced).toHaveLength(1);
  expect(unplaced[0]?.reason).toContain(reason);
});

test.each<[string, string, string]>([
  ['no object', '[]', '(file): 应为对象'],
  ['another format', changed((file) => (file.format = 'schedule/2')), 'format: 只能是 schedule/1'],
  ['a property it does not know', changed((file) => (file.panels = [])), 'panels: 没有这一项'],
  ['no rooms', changed((file) => Reflect.deleteProperty(file, 'rooms')), 'rooms: 缺少这一项'],
  [
    'a fraction of a slot',
    changed((file) => (file.days = [{ id: 'd1', name: 'x', slots: '1.5' }])),
    'days[0].slots',
  ],
  [
    'a slot behind the day',
    changed((file) => (file.rooms = [{ id: 'r1', open: open([5]) }])),
    'rooms[0].open[0].slots[0]: 不能大于 4',
  ],
  [
    'an unknown day',
    changed((file) => (file.rooms = [{ id: 'r1', open: [{ day: 'd9', slots: [] }] }])),
    'rooms[0].open[0].day: 没有编号为“d9”的日期',
  ],
  ['a judge twice', changed((file) => file.judges.push({ id: 'j1' })), 'judges[2].id: 与 judges[0] 重复'],
  [
    'an unknown judge',
    changed((file) => file.proposals[0]?.roles[0]?.eligible.push('j9')),
    'proposals[0].roles[0].eligible[2]: 没有编号为“j9”的评委',
  ],
  [
    'a role twice',
    changed((file) => file.proposals[0]?.roles.push({ role: '主评', eligible: [] })),
    'proposals[0].roles[1].role',
  ],
  [
    'no length',
    JSON.stringify(small).replace('"duration":2', '"duration":0'),
    'proposals[0].duration: 应为不小于 1 的整数',
  ],
  ['a lot of strangers', changed((file) => (file.lot = ['p1', 'p9', 'p1'])), 'lot[1]: 没有编号为“p9”的项目'],
  ['a gap below nothing', changed((file) => (file.gap = { room: -1 })), 'gap.room: 应为不小于 0 的整数'],
  ['a key twice', '{"format":"schedule/1","format":"schedule/1"}', 'format: 同一对象里写了两次'],
  ['no JSON', '{', '(file): 不是 JSON 文件'],
])('%s → status 2, path and fault on standard error, nothing on standard output', async (_, input, fault) => {
  const { status, out, err } = await gongping(['-'], input);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(fault);
});

test('several faults → each on a line of its own', async () => {
  const { err } = await gongping(
    ['-'],
    changed((file) => (file.lot = ['p1', 'p9', 'p1'])),
  );
  expect(err.trim().split('\n')).toHaveLength(2);
});

test.each([
  [['no-such-file.json'], '读不到文件'],
  [[], '请给出一个文件'],
  [['-', '--seconds', '0'], '--seconds 后面应为大于 0 的秒数'],
  [['-', '--best'], '用法：gongping schedule'],
])('%j → status 2 and why', async (args, reason) => {
  const { status, out, err } = await gongping(args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(reason);
});

test('--help → how to use it', async () => {
  const { status, out } = await gongping(['--help']);
  expect(status).toBe(0);
  expect(out).toContain('用法：gongping schedule');
});
