import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import type { JudgeProfile } from '../../../shared/contract/judges.ts';
import { limits } from '../../../shared/contract/limits.ts';
import { operation } from '../../testing.ts';
import { failPreview, recordAbsence } from '../incidents/testing.ts';
import { codeOf, fullMarks, hall, judgeProfile } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';

const { judges, judging, stage } = contract;

let day: Hall;
let one: Seated;
let two: Seated;
beforeAll(async () => {
  day = await hall(undefined, 3, 8);
  [one, two] = day.judges as [Seated, Seated];
});
afterAll(() => day.server.dispose());

const add = (profile: JudgeProfile) =>
  day.as.operator.call(judges.add, { params: day.params, body: { operation: operation(), profile } });
const failToAdd = (profile: JudgeProfile) =>
  day.as.operator.fail(judges.add, { params: day.params, body: { operation: operation(), profile } });
const list = () => day.as.host.call(judges.list, { params: day.params });
const recusals = () => day.as.host.call(judges.recusals, { params: day.params });
const compute = () =>
  day.as.operator.call(judges.compute, { params: day.params, body: { operation: operation() } });
const recuse = (judge: string, proposal: string, kind: 'must' | 'disclose' = 'must') => ({
  params: day.params,
  body: {
    operation: operation(),
    judge,
    proposal,
    kind,
    grounds: [kind === 'must' ? ('mentored_project' as const) : ('general_training' as const)],
    source: 'mentoring_record' as const,
    detail: '依辅导记录认定',
  },
});
const absence = (judge: string, proposals: string[]) => ({
  judge,
  proposals,
  absent: 'left' as const,
  reason: '中午返镇处置突发事项',
});
const { previewAbsence } = contract.incidents;
const submit = async (judge: Seated, order: number) => {
  const proposal = day.projects[order - 1] ?? '';
  await judge.tablet.call(judging.submit, {
    params: { ...day.params, judge: judge.id, proposal },
    body: { operation: operation(), base: 0, marks: fullMarks, comment: '' },
  });
};
const acts = async (subject: string) => {
  const { ledger } = day.server.context.store.t;
  return day.server.context.store.read
    .select()
    .from(ledger)
    .where(eq(ledger.subject, subject))
    .orderBy(ledger.seq);
};

describe('the panel', () => {
  test('in seat order, with several judges at one seat', async () => {
    const { id } = await add(judgeProfile(2, { name: '二号席另一位' }));
    expect((await list()).map(({ profile }) => profile.seat)).toEqual([1, 2, 2, 3]);
    await day.as.operator.call(judges.remove, { params: { ...day.params, judge: id } });
    expect((await list()).map(({ profile }) => profile.seat)).toEqual([1, 2, 3]);
    expect((await acts(`judge:${id}`)).map(({ action }) => action)).toEqual(['judge_added', 'judge_removed']);
  });

  test('added twice with one operation id → one judge with one code of four digits', async () => {
    const body = { operation: operation(), profile: judgeProfile(4) };
    const first = await day.as.operator.call(judges.add, { params: day.params, body });
    expect(await day.as.operator.call(judges.add, { params: day.params, body })).toEqual(first);
    expect(await codeOf(day.server, first.id)).toMatch(/^[0-9]{4}$/);
    expect((await list()).filter(({ profile }) => profile.seat === 4)).toHaveLength(1);
  });

  test('unknown party and community → refused, each by its field', async () => {
    const error = await failToAdd(judgeProfile(5, { party: 'friends', community: 'c99' }));
    expect([error.code, error.fields]).toEqual([
      'invalid_input',
      [
        { path: 'profile.party', message: '没有这个评委来源' },
        { path: 'profile.community', message: '没有这个社区' },
      ],
    ]);
  });

  test('name of another judge, a second head → refused', async () => {
    await add(judgeProfile(6, { head: true }));
    const error = await failToAdd(judgeProfile(7, { name: '6 号评委', head: true }));
    expect([error.code, error.fields.map(({ path }) => path)]).toEqual([
      'already_exists',
      ['profile.name', 'profile.head'],
    ]);
  });

  test('changed on a stale revision → 409 with the judge as it is', async () => {
    const judge = await add(judgeProfile(8));
    const params = { ...day.params, judge: judge.id };
    const profile = { ...judge.profile, unit: '示例县财政局' };
    const saved = await day.as.operator.call(judges.save, { params, body: { base: 1, profile } });
    expect(saved).toEqual({ id: judge.id, revision: 2, profile });
    const error = await day.as.operator.fail(judges.save, {
      params,
      body: { base: 1, profile: judge.profile },
    });
    expect([error.code, error.current]).toEqual(['stale_revision', saved]);
  });
});

describe('recusals', () => {
  test('computed → from community and host; computed again → nothing new', async () => {
    const { id } = await add(judgeProfile(9, { party: 'community', community: 'c01' }));
    const first = await compute();
    expect(first.map(({ judge, proposal }) => [judge, proposal]).sort()).toEqual(
      day.projects.map((proposal) => [id, proposal]).sort(),
    );
    expect(new Set(first.map(({ kind, source }) => `${kind} ${source}`))).toEqual(new Set(['must computed']));
    expect(await compute()).toEqual(first);
    await day.as.operator.call(judges.remove, { params: { ...day.params, judge: id } });
    expect(await recusals()).toEqual([]);
  });

  test('recorded → in the ledger with the reason sealed; a second for the pair → refused', async () => {
    const recusal = await day.as.host.call(judges.recuse, recuse(one.id, 'project-5'));
    const [entry] = await acts(`recusal:${recusal.id}`);
    expect([entry?.action, entry?.data]).toEqual([
      'recusal_recorded',
      {
        judge: one.id,
        entry: 'project-5',
        kind: 'must',
        grounds: ['mentored_project'],
        source: 'mentoring_record',
      },
    ]);
    expect(JSON.stringify(entry)).not.toContain('依辅导记录认定');
    expect((await day.as.host.fail(judges.recuse, recuse(one.id, 'project-5'))).code).toBe('already_exists');
  });

  test('disclosure → printed, and the judge scores all the same', async () => {
    await day.as.operator.call(judges.recuse, recuse(two.id, 'project-5', 'disclose'));
    await day.call(5);
    const save = (judge: Seated) =>
      judge.tablet.send(judging.save, {
        params: { ...day.params, judge: judge.id, proposal: 'project-5' },
        body: { operation: operation(), base: 0, marks: {}, comment: '' },
      });
    expect([(await save(one)).status, (await save(two)).status]).toEqual([409, 200]);
  });

  test('taken back before the first sheet → the judge scores again', async () => {
    const { id } = await day.as.operator.call(judges.recuse, recuse(one.id, 'project-6'));
    await day.as.operator.call(judges.withdrawRecusal, { params: { ...day.params, recusal: id } });
    expect((await recusals()).map((row) => row.id)).not.toContain(id);
    expect((await acts(`recusal:${id}`)).map(({ action }) => action)).toEqual([
      'recusal_recorded',
      'recusal_withdrawn',
    ]);
  });

  test('judge or project of elsewhere → not found', async () => {
    expect((await day.as.host.fail(judges.recuse, recuse('nobody', 'project-5'))).code).toBe('not_found');
    expect((await day.as.host.fail(judges.recuse, recuse(one.id, 'project-99'))).code).toBe('not_found');
  });
});

describe('absence', () => {
  test('recused and withdrawn projects among the named → the recusal stays, the rest is counted', async () => {
    await day.as.host.call(stage.withdraw, {
      params: { ...day.params, proposal: 'project-7' },
      body: { operation: operation(), reason: '书面退出答辩' },
    });
    const change = absence(one.id, ['project-5', 'project-6', 'project-7', 'project-8']);
    await recordAbsence(day, day.as.tally_clerk, change, null);
    const { rows, judges: columns } = await day.as.host.call(stage.console, { params: day.params });
    const column = columns.findIndex(({ id }) => id === one.id);
    expect(rows.slice(4).map(({ cells }) => cells[column])).toEqual(['recused', 'absent', 'none', 'absent']);
    const entry = (await acts(`judge:${one.id}`)).at(-1);
    expect([entry?.action, entry?.data]).toEqual([
      'judge_absent_recorded',
      { entries: ['project-6', 'project-8'], absent: 'left', approver: null },
    ]);
  });

  test('sheet already submitted → refused by its row, nothing of the rest recorded', async () => {
    await day.call(1);
    await submit(two, 1);
    const error = await failPreview(
      day,
      day.as.host,
      previewAbsence,
      absence(two.id, ['project-2', 'project-1']),
    );
    expect([error.code, error.fields]).toEqual([
      'wrong_state',
      [{ path: 'proposals[1]', message: '项目1：已提交' }],
    ]);
    const book = await two.tablet.call(judging.book, { params: { ...day.params, judge: two.id } });
    expect(book.sheets.slice(0, 2).map(({ status }) => status)).toEqual(['submitted', 'none']);
  });

  test('nothing left to record → refused', async () => {
    const error = await failPreview(
      day,
      day.as.host,
      previewAbsence,
      absence(one.id, ['project-5', 'project-7']),
    );
    expect(error.code).toBe('wrong_state');
  });
});

describe('after the first sheet', () => {
  test('judge removed, recusal taken back, party changed → refused; a seat may still change', async () => {
    const params = { ...day.params, judge: one.id };
    expect((await day.as.operator.fail(judges.remove, { params })).code).toBe('wrong_state');
    const [recusal] = await recusals();
    const withdrawal = { params: { ...day.params, recusal: recusal?.id ?? '' } };
    expect((await day.as.operator.fail(judges.withdrawRecusal, withdrawal)).code).toBe('wrong_state');
    const profile = judgeProfile(1);
    const moved = { base: 1, profile: { ...profile, party: 'finance' } };
    expect((await day.as.operator.fail(judges.save, { params, body: moved })).code).toBe('wrong_state');
    const seat = { base: 1, profile: { ...profile, seat: 11 } };
    expect((await day.as.operator.call(judges.save, { params, body: seat })).profile.seat).toBe(11);
  });

  test('a substitute comes → may still be added', async () => {
    expect((await add(judgeProfile(12, { name: '替补评委' }))).revision).toBe(1);
  });
});

test('as many judges as there may be → one more is refused', async () => {
  const { length } = await list();
  for (let seat = length; seat < limits.judges; seat += 1)
    await add(judgeProfile(30, { name: `第 ${seat} 位` }));
  const error = await failToAdd(judgeProfile(31));
  expect([error.code, error.message]).toEqual(['wrong_state', '评委最多 60 位']);
});

test('host, tally clerk and supervisor → may not change the panel; strangers see nothing of it', async () => {
  const body = { operation: operation(), profile: judgeProfile(20) };
  for (const role of ['host', 'tally_clerk', 'supervisor'] as const)
    expect((await day.as[role].fail(judges.add, { params: day.params, body })).code).toBe('forbidden');
  const stranger = day.server.browser();
  expect((await stranger.fail(judges.list, { params: day.params })).code).toBe('not_signed_in');
});

describe('possible conflicts', () => {
  let morning: Hall;
  beforeAll(async () => {
    morning = await hall(undefined, 1, 2);
    const { store } = morning.server.context;
    const { applicant } = store.t;
    const profile = {
      kind: 'group' as const,
      name: '暖邻互助队',
      form: '',
      creditCode: null,
      creditCodeReason: '',
      host: { name: '示例县社会组织联合会', kind: 'federation' as const, creditCode: '' },
      community: null,
      leader: '负责人甲',
      members: 5,
      profile: '',
      experience: '',
      consent: true,
    };
    await store.write(morning.competition, async (tx) => {
      await tx.update(applicant).set({ profile }).where(eq(applicant.id, 'applicant-1'));
    });
  });
  afterAll(() => morning.server.dispose());
  const addHere = (profile: JudgeProfile) =>
    morning.as.operator.call(judges.add, {
      params: morning.params,
      body: { operation: operation(), profile },
    });
  const suspected = () => morning.as.sponsor.call(judges.suspected, { params: morning.params });
  const [first = '', second = ''] = ['project-1', 'project-2'];

  test('a unit that contains the host’s name → asked, not raised; answered → asked no more', async () => {
    const { id } = await addHere(judgeProfile(7, { unit: '示例县社会组织联合会秘书处' }));
    expect(await suspected()).toEqual([
      {
        judge: id,
        proposal: first,
        kind: 'host_office',
        words: '承接单位“示例县社会组织联合会”，评委单位“示例县社会组织联合会秘书处”。',
      },
    ]);
    await morning.as.operator.call(judges.recuse, {
      params: morning.params,
      body: {
        operation: operation(),
        judge: id,
        proposal: first,
        kind: 'disclose',
        grounds: ['other'],
        source: 'organizer',
        detail: '经询问，不构成回避。',
      },
    });
    expect(await suspected()).toEqual([]);
  });

  test('mentored the applicant → raised by itself; the other project says why nothing was found', async () => {
    const { id } = await addHere(judgeProfile(8, { mentored: ['applicant-1'] }));
    await morning.as.operator.call(judges.compute, {
      params: morning.params,
      body: { operation: operation() },
    });
    const raised = await morning.as.operator.call(judges.recusals, { params: morning.params });
    expect(raised.filter(({ judge }) => judge === id)).toMatchObject([
      { proposal: first, kind: 'must', grounds: ['mentored_project'], source: 'mentoring_record' },
    ]);
    const params = { ...morning.params, judge: id, proposal: second };
    const checks = await morning.as.sponsor.call(judges.checks, { params });
    expect(checks.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['community', 'unknown'],
      ['host_office', 'clear'],
      ['employment', 'clear'],
      ['mentored', 'clear'],
      ['person', 'unknown'],
      ['phone', 'unknown'],
    ]);
  });
});
