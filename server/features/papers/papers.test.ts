import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { preparationPapers } from '../../../shared/contract/papers.ts';
import type { Route } from '../../../shared/contract/route.ts';
import { operation, testServer } from '../../testing.ts';
import type { TestServer } from '../../testing.ts';
import { decideWeiyuan } from '../decisions/testing.ts';
import { expectedRows, lockedWeiyuan, unlockSession, weiyuan } from '../results/testing.ts';
import type { LockedWeiyuan } from '../results/testing.ts';

const { papers } = contract;

let server: TestServer;
let day: LockedWeiyuan;
beforeAll(async () => {
  server = await testServer();
  day = await lockedWeiyuan(server);
});
afterAll(() => server.dispose());

const take = (who: keyof LockedWeiyuan['as'], route: Route, more: object = {}, query: object = {}) =>
  day.as[who].send(route, { params: { ...day.params, ...more }, query });
const paper = async (who: keyof LockedWeiyuan['as'], route: Route, more: object = {}, query: object = {}) => {
  const reply = await take(who, route, more, query);
  expect(reply.status).toBe(200);
  return reply.text;
};
/** Text as a reader sees it, tags gone. */
const plain = (html: string) =>
  html
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<br>|<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');

describe('before the result', () => {
  test.each([
    ['summary', papers.summary],
    ['report', papers.report],
    ['derivations', papers.derivations],
    ['notice', papers.notice],
    ['brief', papers.brief],
  ] as const)('%s → not found', async (_name, route) => {
    expect((await take('u01', route)).status).toBe(404);
  });

  test('seat cards → every name with its seat and code, and the one address', async () => {
    const text = plain(await paper('u03', papers.seatCards));
    const { judges } = weiyuan<{ judges: { seat: number; name: string }[] }>('judges');
    for (const { seat, name } of judges) expect(text).toContain(`${seat}号席 ${name}`);
    for (const { seat } of judges) expect(text).toContain(`4位密码 ${1000 + seat * 37} `);
    const links = (await paper('u03', papers.seatCards)).match(/aria-label="[^"]*\/card#[^"]+"/g);
    expect(new Set(links).size).toBe(judges.length);
    expect(text).toContain('http://gongping.test');
  });

  test('judge sheets of a session that is not there → not found', async () => {
    expect((await take('u04', papers.judgeSheets, { session: 'night' })).status).toBe(404);
  });
});

describe('after the decision', () => {
  beforeAll(() => decideWeiyuan(day));

  test.each([
    ['seat cards', 'u03', papers.seatCards, {}],
    ['judge sheets', 'u04', papers.judgeSheets, { session: 'am' }],
    ['summary', 'u07', papers.summary, {}],
    ['report', 'u01', papers.report, {}],
    ['derivations', 'u04', papers.derivations, {}],
    ['query sheet', 'u01', papers.querySheet, { proposal: 'p08' }],
    ['notice', 'u01', papers.notice, {}],
    ['day job', 'u04', papers.dayJob, {}],
    ['brief', 'u01', papers.brief, {}],
    ...preparationPapers.map(
      (name) => [name, 'u06', papers.preparation, {}, { papers: name as string }] as const,
    ),
    ['all before the day', 'u03', papers.preparation, {}, { papers: preparationPapers.join() }],
  ] as const)(
    '%s → one self-contained page, its style allowed by hash, marked',
    async (_name, who, route, more, query?: object) => {
      const { text, headers } = await take(who, route, more, query);
      expect(headers['content-type'], text).toContain('text/html');
      const [, style = ''] = /<style>([^]*?)<\/style>/.exec(text) ?? [];
      const hash = createHash('sha256').update(style).digest('base64');
      expect(headers['content-security-policy']).toBe(
        `default-src 'none'; style-src 'sha256-${hash}'; img-src data:`,
      );
      expect(text).not.toMatch(/<script|<link|style="|src=|url\(|class=""/);
      expect(text).toContain('演示数据·非真实公示');
      expect(
        [...new Set([...style.matchAll(/#[0-9a-fA-F]{3,8}\b/g)].map(([colour]) => colour))].sort(),
      ).toEqual(['#000', '#fff']);
    },
  );

  test('judge sheets → each judge on an own page with own marks, recusals and absences in words', async () => {
    const text = await paper('u04', papers.judgeSheets, { session: 'pm' });
    const pages = text.split('<section').slice(1).map(plain);
    expect(pages).toHaveLength(15);
    const { sheets } = weiyuan<{
      sheets: { judge: string; session: string; marks: Record<string, string> }[];
    }>('marks');
    const own = sheets.filter(({ judge, session }) => judge === 'j01' && session === 'pm');
    const page = pages.find((each) => each.includes('7号席 组织部门评委'));
    for (const { marks } of own) expect(page).toContain(` ${Object.values(marks).join(' ')} `);
    const left = pages.find((each) => each.includes('示例镇评委'));
    expect(left?.match(/未评（离场）/g)).toHaveLength(17);
    expect(pages.find((each) => each.includes('东桥社区评委'))).toContain('回避');
    for (const each of pages) expect(each).toContain('退出答辩');
  });

  test('summary → every project in rank order with its score, exactly one highest and one lowest struck through', async () => {
    const text = await paper('u04', papers.summary);
    const rows = text.split('<tr><td class="num rank">').slice(1);
    const expected = expectedRows();
    expect(rows).toHaveLength(34);
    for (const [index, { rank, score_2dp, valid, dropped_high, dropped_low }] of expected.entries()) {
      expect(rows[index]).toContain(`${rank}</td>`);
      expect(rows[index]).toContain(`<td class="num score">${score_2dp}</td>`);
      expect(rows[index]).toContain(`${valid}/15`);
      expect(
        [...(rows[index] ?? '').matchAll(/<s>([^<]+)<\/s><small>(.)/g)].map(([, total, sign]) => [
          sign,
          total,
        ]),
      ).toEqual(
        expect.arrayContaining([
          ['△', dropped_high],
          ['▽', dropped_low],
        ]) as unknown,
      );
    }
    expect(plain(rows[33] ?? '')).toContain('退出答辩：同类项目已获得其他财政性资金立项');
    for (const role of ['统分人', '复核人', '监督员', '评委组长', '日期']) expect(text).toContain(role);
    const result = await day.as.u04.call(contract.results.latest, { params: day.params });
    const code = result.ledger.head
      .slice(0, 16)
      .toUpperCase()
      .replace(/(.{4})(?=.)/g, '$1 ');
    expect(text).toContain(`第2版 · 操作留痕${result.ledger.size}条 · 核验码${code}`);
  });

  test('derivations → a page per project in rank order, whose sums and quotients a calculator gives', async () => {
    const text = await paper('u04', papers.derivations);
    const pages = text.split('<section').slice(1);
    expect(pages).toHaveLength(34);
    for (const [index, { score_2dp, rank, valid, dropped_high, dropped_low }] of expectedRows().entries()) {
      const page = pages[index] ?? '';
      const words = plain(page);
      expect(words).toContain(`第${rank}名 ${score_2dp}`);
      expect(words).toContain(`有效${valid}位`);
      expect([...page.matchAll(/<s>([^<]+)<\/s>/g)].map(([, total]) => total).sort()).toEqual(
        [dropped_high, dropped_low].sort(),
      );
      const [, added = '', sum = '', divisor = '', quotient = ''] =
        /([\d. +]+) = ([\d.]+) [\d.]+ ÷ (\d+) = ([\d.]+)/.exec(words) ?? [];
      const addends = added.split(' + ').map(Number);
      expect(addends).toHaveLength(Number(divisor));
      expect(addends.reduce((total, one) => total + one, 0)).toBe(Number(sum));
      expect(Math.abs(Number(sum) / Number(divisor) - Number(quotient))).toBeLessThan(1e-6);
    }
    const page = plain(pages.find((each) => each.includes('“暖心饭盒”')) ?? '');
    expect(page).toContain('15号席 梨园坝社区评委');
    expect(page).toMatch(/评委组得分保留2位小数（四舍五入）：88\.954545… → 88\.95。/);
    expect(plain(pages[33] ?? '')).toContain('退出答辩：同类项目已获得其他财政性资金立项');
    const alone = await paper('u04', papers.derivation, { proposal: 'p01' });
    expect(alone.split('<section')).toHaveLength(2);
    expect((await take('u04', papers.derivation, { proposal: 'p99' })).status).toBe(404);
  });

  test('query sheet → the own score and its computation, no judge and no other project by name', async () => {
    const { judges } = weiyuan<{ judges: { name: string }[] }>('judges');
    const result = await day.as.u01.call(contract.results.latest, { params: day.params });
    for (const proposal of ['p08', 'p33', 'p31']) {
      const text = plain(await paper('u01', papers.querySheet, { proposal }));
      const own = result.entries.find((entry) => entry.proposal === proposal);
      expect(text).toContain(own?.title);
      for (const { name } of judges) expect(text).not.toContain(name);
      expect(text).not.toMatch(/号席/);
      for (const { title } of result.entries) if (title !== own?.title) expect(text).not.toContain(title);
    }
    const text = plain(await paper('u07', papers.querySheet, { proposal: 'p08' }));
    const totals = result.entries
      .find(({ proposal }) => proposal === 'p08')
      ?.sheets.flatMap(({ total }) => total ?? []);
    expect([...text.matchAll(/评委\d+ ([\d.]+) (?:计入|去掉)/g)].map(([, total]) => total).sort()).toEqual(
      totals?.sort(),
    );
    expect(text).toContain('另有2位未评（回避1位，离场1位），不计入。');
    expect(text).toContain('同分，按评委组的书面决定');
    expect((await take('u04', papers.querySheet, { proposal: 'p08' })).status).toBe(403);
  });

  test('report → every recusal, absence, withdrawal and tie with its reason, a line for every judge', async () => {
    const text = plain(await paper('u07', papers.report));
    const { recusals } = weiyuan<{ recusals: { source: string; detail: string }[] }>('recusals');
    for (const { detail } of recusals.filter(({ source }) => source === 'declared'))
      expect(text).toContain(detail.replace(/。$/, ''));
    const { absences } = weiyuan<{ absences: { reason: string; orders: number[] }[] }>('absences');
    for (const { reason, orders } of absences) {
      expect(text).toContain(reason);
      expect(text).toContain(`出场顺序号${orders.join('、')}`);
    }
    expect(text).toContain(weiyuan<{ reason: string }>('withdrawal').reason);
    expect(text).toContain('理由：评委组合议，签字存档。复核人：监督员。');
    expect(text).toContain('应有评分表495份，收回有分的441份，回避35份，未评19份');
    const names = weiyuan<{ judges: { seat: number; name: string }[] }>('judges').judges;
    const signatures = text.slice(text.indexOf('七、签名'));
    for (const { seat, name } of names) expect(signatures).toContain(`${seat}号席${name}`);
  });

  test('notice → the funded projects and nothing of scores, ranks or judges; blanks stay blank', async () => {
    const text = plain(await paper('u01', papers.notice));
    // As a number of its own: a score may by chance stand inside the hash of the ledger.
    const numbers = text.match(/[\w.]+/g) ?? [];
    for (const { score } of expectedRows()) expect(numbers).not.toContain(score);
    for (const { name } of weiyuan<{ judges: { name: string }[] }>('judges').judges)
      expect(text).not.toContain(name);
    expect(text).toContain('序号 项目名称 申报主体 落地社区 拟资助金额 （元）');
    expect(text).toContain('17,130');
    expect(text).toContain('合计 600,000');
    expect(text).toContain('草稿');
    for (const blank of ['（填写征集公告名称及文号）', '（填写集体研究的会议）', '（填写落款日期）'])
      expect(text).toContain(blank);
  });

  test('brief → what was judged and what is proposed in numbers, nobody’s score', async () => {
    const text = plain(await paper('u07', papers.brief));
    const funded = expectedRows().filter(({ amount }) => amount > 0);
    expect(text).toContain(`拟立项${funded.length}个`);
    expect(text).toContain('合计 33 ');
    for (const { score_2dp } of expectedRows().slice(0, 5)) expect(text).not.toContain(score_2dp);
  });

  test('a title with markup → text on every paper', async () => {
    const { defense } = server.context.store.t;
    const evil = '<img src=x onerror=alert(1)>';
    await server.context.store.write(day.competition, (tx) =>
      tx.update(defense).set({ title: evil }).where(eq(defense.proposal, 'p01')),
    );
    for (const [who, route, more] of [
      ['u04', papers.judgeSheets, { session: 'pm' }],
      ['u04', papers.summary, {}],
      ['u01', papers.notice, {}],
    ] as const) {
      const text = await paper(who, route, more);
      expect(text).not.toContain('<img');
      expect(plain(text)).toContain(evil);
    }
  });

  test('a sheet submitted twice before the lock → said on the judge’s sheet and in the report', async () => {
    const { sheetRevision } = server.context.store.t;
    const revision = { competition: day.competition, judge: 'j01', proposal: 'p14', action: 'submit' };
    await server.context.store.write(day.competition, async (tx) => {
      for (const number of [1, 2])
        await tx.insert(sheetRevision).values({
          ...revision,
          revision: number,
          marks: {},
          comment: '',
          operation: operation(),
          device: '',
          at: 0,
        });
    });
    expect(await paper('u04', papers.judgeSheets, { session: 'am' })).toContain('锁定前更正1次');
    expect(await paper('u04', papers.report)).toContain('锁定前，评委更正本人评分表1次');
  });

  test('no supervisor → every paper says so', async () => {
    const { member } = server.context.store.t;
    await server.context.store.write(day.competition, (tx) =>
      tx.delete(member).where(and(eq(member.competition, day.competition), eq(member.role, 'supervisor'))),
    );
    for (const [who, route, more] of [
      ['u03', papers.seatCards, {}],
      ['u04', papers.judgeSheets, { session: 'am' }],
      ['u04', papers.summary, {}],
      ['u01', papers.report, {}],
      ['u01', papers.notice, {}],
    ] as const)
      expect(await paper(who, route, more)).toContain('本场大赛未设监督员');
  });

  test('judge sheets of an open session → not yet, those of the other one still', async () => {
    await unlockSession(server, 'pm');
    expect((await take('u04', papers.judgeSheets, { session: 'pm' })).status).toBe(409);
    expect((await take('u04', papers.judgeSheets, { session: 'am' })).status).toBe(200);
  });
});
