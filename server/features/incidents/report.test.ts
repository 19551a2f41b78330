import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { operation, testServer } from '../../testing.ts';
import { signLatest } from '../decisions/testing.ts';
import { approvalSecret, lockedWeiyuan } from '../results/testing.ts';
import { fullMarks, hall } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';
import { carryOut, lock, recordAbsence, returnSheet, scoreAll, secondPerson, submit } from './testing.ts';
import type { SecondPerson } from './testing.ts';

const { decisions, incidents, paperSheets, papers, results } = contract;

let day: Hall;
let second: SecondPerson;
let judges: [Seated, Seated, Seated, Seated];
beforeAll(async () => {
  day = await hall(undefined, 4, 4);
  judges = day.judges as typeof judges;
  second = await secondPerson(day);
});
afterAll(() => day.server.dispose());

const place = (judge: Seated, order: number) => ({
  judge: judge.id,
  proposal: day.projects[order - 1] ?? '',
});
/** The report as a reader sees it, tags gone. */
const report = async () => {
  const { text } = await day.as.sponsor.send(papers.report, { params: day.params });
  return text.replace(/<style>[^]*?<\/style>/, '').replace(/<[^>]+>/g, '');
};

test('a day on which much went wrong → every act with its reason and its second person in the review report', async () => {
  const [one, two, three, four] = judges;
  await scoreAll({ ...day, judges: [one, two, three] }, [1, 2, 3, 4]);
  await day.call(1);
  await day.as.tally_clerk.call(paperSheets.enter, {
    params: day.params,
    body: {
      operation: operation(),
      ...place(four, 1),
      control: '84',
      marks: fullMarks,
      comment: '',
      again: null,
    },
  });
  const absence = (...orders: number[]) => ({
    judge: four.id,
    proposals: orders.map((order) => place(four, order).proposal),
    absent: 'left' as const,
    reason: '接通知返镇',
  });
  await recordAbsence(day, day.as.host, absence(2, 3, 4), second);
  const undone = [incidents.previewRestoring, incidents.withdrawAbsence] as const;
  await carryOut(day, day.as.host, undone, { ...place(four, 2), reason: '登记多选了一个' }, second);
  await submit(day, four, 2);
  await lock(day, 'am');
  await lock(day, 'pm');
  await returnSheet(day, day.as.tally_clerk, { ...place(one, 1), reason: '打错了一项' }, second);
  await submit(day, one, 1, { ...fullMarks, need: '20' });
  await returnSheet(day, day.as.tally_clerk, { ...place(two, 1), reason: '请再看一遍' }, null);
  day.server.clock.at += 11 * 60_000;
  await day.as.tally_clerk.call(results.compute, { params: day.params, body: { operation: operation() } });
  const text = await report();
  expect(text).toContain(
    '退回修改，由84分改为85.5分（需求与社区匹配18.5→20）。原因：打错了一项。复核人：主办方经办人甲。',
  );
  expect(text).toContain(
    '退回修改，评委未作修改，仍按原分。原因：请再看一遍。当时没有第二人在场，尚待补签。',
  );
  expect(text).toContain('未评的登记有误，已撤销，出场顺序号2。原因：登记多选了一个。');
  expect(text).toContain('由工作人员录入的纸质评分表1份，其中1份尚待第二人对纸读对。');
});

test('countersigned since → the report says by whom', async () => {
  const open = await day.as.host.call(incidents.countersignatures, { params: day.params });
  expect(open.map(({ act }) => act).sort()).toEqual(['sheet_keyed', 'sheet_returned']);
  for (const { entry } of open)
    await day.as.host.call(incidents.countersign, {
      params: { ...day.params, entry: String(entry) },
      body: { operation: operation(), approval: second },
    });
  const text = await report();
  expect(text).toContain('原因：请再看一遍。事后补签：主办方经办人甲。');
  expect(text).toContain('由工作人员录入的纸质评分表1份，均由第二人对纸读对。');
});

test('an act still open → the list cannot be confirmed; countersigned → it can', async () => {
  const server = await testServer();
  const { as, params, accounts } = await lockedWeiyuan(server);
  const approval = { approver: accounts.u07, secret: approvalSecret };
  await as.u04.call(results.compute, { params, body: { operation: operation() } });
  const { version } = await as.u04.call(results.decideTie, {
    params,
    body: { operation: operation(), order: ['p08', 'p16'], reason: '评委组合议', approval },
  });
  const { entries } = await as.u01.call(decisions.preview, { params });
  const rows = entries
    .filter(({ amount }) => amount > 0)
    .map(({ proposal, amount }) => ({ proposal, amount }));
  const recorded = await as.u01.call(decisions.record, {
    params,
    body: { operation: operation(), resultVersion: version, rows, reason: '' },
  });
  await signLatest({ as, accounts, params });
  const change = { judge: 'j01', proposal: 'p01', reason: '请再看一遍' };
  const { preview } = await as.u04.call(incidents.previewReturn, { params, body: { change } });
  const { seq } = await as.u04.call(incidents.returnSheet, {
    params,
    body: { operation: operation(), change, preview, approval: null },
  });
  const confirm = () => ({
    params: { ...params, version: String(recorded.version) },
    body: { operation: operation(), fingerprint: recorded.fingerprint, approval },
  });
  const refused = await as.u04.fail(decisions.confirm, confirm());
  expect([refused.code, refused.message]).toEqual([
    'wrong_state',
    '还有 1 件事等第二人补签，补签完才能签认结果、确认名单',
  ]);
  await as.u04.call(incidents.countersign, {
    params: { ...params, entry: String(seq) },
    body: { operation: operation(), approval },
  });
  expect((await as.u04.call(decisions.confirm, confirm())).confirmedAt).not.toBeNull();
  await server.dispose();
});
