import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../../shared/contract/index.ts';
import { preparationPapers } from '../../../../shared/contract/papers.ts';
import { undertakingLines } from '../../../../shared/panels/undertaking.ts';
import { lockedWeiyuan, unlockSession, weiyuan } from '../../results/testing.ts';
import type { LockedWeiyuan } from '../../results/testing.ts';
import { testServer } from '../../../testing.ts';
import type { TestServer } from '../../../testing.ts';

const { papers } = contract;

let server: TestServer;
let day: LockedWeiyuan;
beforeAll(async () => {
  server = await testServer();
  day = await lockedWeiyuan(server);
});
afterAll(() => server.dispose());

const print = (...names: string[]) =>
  day.as.u03.send(papers.preparation, { params: day.params, query: { papers: names.join(',') } });
/** Each part that begins a page, as a reader sees it. */
const leaves = async (name: string) =>
  (await print(name)).text
    .split('<section')
    .slice(1)
    .map((part) => part.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));

test('a name that is no paper → not found', async () => {
  expect((await print('agenda', 'codes')).status).toBe(404);
});

test('no paper of before the day holds a code, a mark or a telephone', async () => {
  const { text } = await print(...preparationPapers);
  const { judges } = weiyuan<{ judges: { seat: number }[] }>('judges');
  for (const { seat } of judges) expect(text).not.toMatch(new RegExp(`\\D${1000 + seat * 37}\\D`));
  expect(text).not.toMatch(/\D1\d{10}\D/);
  expect(text).not.toContain('评语：');
});

test('undertakings → one for each judge, each line of the text, the recusals known ticked', async () => {
  const own = await leaves('undertakings');
  expect(own).toHaveLength(15);
  for (const line of undertakingLines) expect(own[0]).toContain(line);
  const all = own.join('');
  expect(all).toContain('项目落地评委所在社区');
  expect(all.match(/ √ /g)?.length).toBe(
    (await day.as.u03.call(contract.judges.recusals, { params: day.params })).length,
  );
});

test('backup sheets → one for each judge and session, recused and withdrawn in words, no cell filled in', async () => {
  const own = await leaves('backup_sheets');
  expect(own).toHaveLength(30);
  expect(own.filter((leaf) => leaf.includes('下午场')).every((leaf) => leaf.includes('退出答辩'))).toBe(true);
  expect(own.some((leaf) => leaf.includes('回避'))).toBe(true);
});

test('agenda and duties follow the timetable', async () => {
  const [agenda = ''] = await leaves('agenda');
  const [duties = ''] = await leaves('duties');
  for (const words of ['上午场', '下午场', '号项目答辩']) expect(agenda).toContain(words);
  for (const words of ['控场', '统分人', '现场', '收分完毕']) expect(duties).toContain(words);
});

test('the day’s job → sheets of each locked session, and no marks while none is locked', async () => {
  const job = () => day.as.u04.send(papers.dayJob, { params: day.params });
  const locked = (await job()).text;
  expect([...locked.matchAll(/<div class="part part-(\d)">/g)].map(([, part]) => part)).toEqual(['1', '2']);
  await unlockSession(server, 'pm');
  expect((await job()).text.match(/<section class="sheet">/g)).toHaveLength(15);
  await unlockSession(server, 'am');
  const refused = await job();
  expect([refused.status, refused.text.includes('wrong_state')]).toEqual([409, true]);
});
