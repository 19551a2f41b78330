import { eq, getTableColumns } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { isKnownEntry } from '../../../shared/ledger/known-entry.ts';
import { replay } from '../../../shared/ledger/replay.ts';
import { sheetFaults } from '../../../shared/ledger/verify/sheets.ts';
import { engines } from '../../store/testing.ts';
import { operation } from '../../testing.ts';
import { resultRow } from '../results/queries.ts';
import { codeOf, enrolTablet, fullMarks, hall } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';
import { carryOut, failPreview, lock, scoreAll, secondPerson, submit } from './testing.ts';
import type { SecondPerson } from './testing.ts';

const { devices, incidents, judges, judging, results, stage } = contract;
const routes = [incidents.previewSubstitution, incidents.substitute] as const;

describe.each(Object.entries(engines))('a substitute on %s', (_engine, open) => {
  let day: Hall;
  let one: Seated;
  let second: SecondPerson;
  let substitute: Seated;
  beforeAll(async () => {
    day = await hall(open, 3, 4);
    [one] = day.judges as [Seated];
    second = await secondPerson(day);
    await scoreAll(day, [1, 2]);
  });
  afterAll(() => day.server.dispose());

  const change = (more: object = {}) => ({
    judge: one.id,
    name: '替补评委甲',
    unit: '示例单位',
    community: null,
    reason: '突发疾病离场',
    ...more,
  });

  test('a name that is on the panel already, a community that is not there → refused by the field', async () => {
    const taken = await failPreview(day, day.as.host, routes[0], change({ name: '2 号评委' }));
    expect(taken.fields.map(({ path }) => path)).toEqual(['profile.name']);
    const nowhere = await failPreview(day, day.as.host, routes[0], change({ community: 'nowhere' }));
    expect(nowhere.code).toBe('invalid_input');
  });

  test('half the day is heard → who goes has left for the rest, the substitute scores the rest alone', async () => {
    const { previewed } = await carryOut(day, day.as.operator, routes, change(), second);
    expect(previewed.effect.sheets.map(({ proposal, after }) => `${proposal} ${after}`)).toEqual([
      'project-3 absent',
      'project-4 absent',
    ]);
    expect(previewed.effect.projects).toEqual([]);
    const panel = await day.as.host.call(judges.list, { params: day.params });
    const come = panel.find(({ profile }) => profile.name === '替补评委甲');
    expect([come?.profile.seat, come?.profile.party, come?.profile.head]).toEqual([1, 'expert', false]);
    const id = come?.id ?? '';
    const { rows, judges: columns } = await day.as.host.call(stage.console, { params: day.params });
    const cellsOf = (judge: string) => {
      const column = columns.findIndex((each) => each.id === judge);
      return rows.map(({ cells }) => cells[column]);
    };
    expect(cellsOf(one.id)).toEqual(['sent', 'sent', 'absent', 'absent']);
    expect(cellsOf(id)).toEqual(['absent', 'absent', 'none', 'none']);
    const tablet = await enrolTablet(day, 1);
    const code = await codeOf(day.server, id);
    await tablet.call(devices.signIn, { params: { judge: id }, body: { operation: operation(), code } });
    substitute = { id, seat: 1, code, tablet };
  });

  test('a project heard before → the substitute cannot score it', async () => {
    const refused = await substitute.tablet.fail(judging.submit, {
      params: { ...day.params, judge: substitute.id, proposal: 'project-1' },
      body: { operation: operation(), base: 0, marks: fullMarks, comment: '' },
    });
    expect(refused.code).toBe('not_scoring');
  });

  test('locked and computed → four judges of whom three are valid each; the ledger alone says the same', async () => {
    const others = day.judges.slice(1);
    for (const order of [3, 4]) {
      await day.call(order);
      for (const judge of [...others, substitute]) await submit(day, judge, order);
    }
    await day.step({ do: 'question' });
    await lock(day, 'am');
    await lock(day, 'pm');
    const result = await day.as.tally_clerk.call(results.compute, {
      params: day.params,
      body: { operation: operation() },
    });
    expect(result.entries.map(({ valid }) => valid)).toEqual([3, 3, 3, 3]);
    expect(result.counts).toEqual({ expected: 14, marked: 12, recused: 0, absent: 2 });
    const { read, t } = day.server.context.store;
    const { scope, ...entry } = getTableColumns(t.ledger);
    const rows = await read.select(entry).from(t.ledger).where(eq(scope, day.competition)).orderBy(entry.seq);
    const openings = await read.select().from(t.opening).where(eq(t.opening.scope, day.competition));
    const { scorebook } = await resultRow(day.server.context, day.competition);
    expect(sheetFaults(scorebook, replay(rows.filter(isKnownEntry), openings))).toEqual([]);
  });

  test('everything heard → there is nothing to take over', async () => {
    const late = await failPreview(day, day.as.host, routes[0], change({ name: '替补评委乙' }));
    expect(late.message).toBe('没有还没上台的项目了，替补评委没有可评的');
  });
});
