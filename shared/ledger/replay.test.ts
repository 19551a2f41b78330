import { describe, expect, test } from 'vitest';
import { absence, ledgerOf, recusal, submission } from './ledger-for-tests.ts';
import type { TestAct } from './ledger-for-tests.ts';
import { replay } from './replay.ts';

const sheetsOf = (...acts: TestAct[]) => {
  const { known, openings } = ledgerOf(acts);
  return replay(known, openings).sheets;
};
const marks = (need: string, plan: string) => ({ judge: 'j01', entry: 'p1', marks: { need, plan } });
const absent = (why: string) => ({ judge: 'j01', entry: 'p1', absent: why });

describe('replay of sheets', () => {
  test('submitted once → its marks', () => {
    expect(sheetsOf(submission('j01', 'p1', '18.5', '25'))).toEqual([marks('18.5', '25')]);
  });

  test('submitted, returned, submitted again → the later revision; until then the earlier', () => {
    const returned: TestAct = {
      actor: 'officer:u04',
      action: 'sheet_returned',
      subject: 'sheet:j01-p1',
      data: { judge: 'j01', entry: 'p1', revision: 1, approver: 'u07' },
      sealed: { reason: '录入错误' },
    };
    const first = submission('j01', 'p1', '18.5', '25');
    expect(sheetsOf(first, returned)).toEqual([marks('18.5', '25')]);
    expect(sheetsOf(first, returned, submission('j01', 'p1', '17', '25', 2))).toEqual([marks('17', '25')]);
  });

  test('seal not opened → the sheet without marks', () => {
    const { known } = ledgerOf([submission('j01', 'p1', '18.5', '25')]);
    expect(replay(known, []).sheets).toEqual([{ judge: 'j01', entry: 'p1', marks: null }]);
  });

  test('absence and submission → whichever came last', () => {
    const sheet = submission('j01', 'p1', '18.5', '25');
    expect(sheetsOf(sheet, absence('j01', ['p1'], 'left'))).toEqual([absent('left')]);
    expect(sheetsOf(absence('j01', ['p1'], 'left'), sheet)).toEqual([marks('18.5', '25')]);
  });

  test('an absence taken back → what was submitted before it, nothing if nothing; a later sheet all the same', () => {
    const takenBack: TestAct = {
      actor: 'officer:u04',
      action: 'judge_absence_withdrawn',
      subject: 'judge:j01',
      data: { entries: ['p1'], approver: 'u07' },
      sealed: { reason: '误记' },
    };
    const sheet = submission('j01', 'p1', '18.5', '25');
    const left = absence('j01', ['p1', 'p2'], 'left');
    expect(sheetsOf(left, takenBack)).toEqual([{ judge: 'j01', entry: 'p2', absent: 'left' }]);
    expect(sheetsOf(sheet, absence('j01', ['p1'], 'left'), takenBack)).toEqual([marks('18.5', '25')]);
    expect(sheetsOf(left, takenBack, sheet)[0]).toEqual(marks('18.5', '25'));
  });

  test('a substitute takes over → the one who left is absent there, and what was submitted before stays', () => {
    const substituted: TestAct = {
      actor: 'officer:u03',
      action: 'judge_substituted',
      subject: 'judge:j16',
      data: { judge: 'j01', entries: ['p2'], approver: null },
      sealed: { reason: '突发疾病' },
    };
    expect(sheetsOf(submission('j01', 'p1', '18.5', '25'), substituted)).toEqual([
      marks('18.5', '25'),
      { judge: 'j01', entry: 'p2', absent: 'left' },
    ]);
  });

  test('a sheet keyed from paper → counts as submitted', () => {
    const paper: TestAct = {
      actor: 'officer:u04',
      action: 'sheet_submitted',
      subject: 'sheet:j01-p1',
      data: { judge: 'j01', entry: 'p1', revision: 1, criteria: 2, operation: 'op-paper', source: 'paper' },
      sealed: { marks: { need: '18.5', plan: '25' }, comment: null },
    };
    const keyed: TestAct = {
      actor: 'officer:u04',
      action: 'sheet_keyed',
      subject: 'sheet:j01-p1',
      data: { judge: 'j01', entry: 'p1', revision: 1, twice: false, approver: null },
      sealed: {},
    };
    expect(sheetsOf(paper, keyed)).toEqual([marks('18.5', '25')]);
  });

  test('a standing recusal → before anything else, whenever it was recorded', () => {
    const sheet = submission('j01', 'p1', '18.5', '25');
    expect(sheetsOf(sheet, recusal('j01', 'p1'))).toEqual([absent('recused')]);
    expect(sheetsOf(recusal('j01', 'p1'), absence('j01', ['p1'], 'left'))).toEqual([absent('recused')]);
  });

  test('a recusal taken back → what the judge said before; nothing if nothing', () => {
    const takenBack: TestAct = {
      actor: 'officer:u01',
      action: 'recusal_withdrawn',
      subject: 'recusal:j01-p1',
      data: { judge: 'j01', entry: 'p1', approver: 'u07' },
      sealed: { reason: '登记有误' },
    };
    const sheet = submission('j01', 'p1', '18.5', '25');
    expect(sheetsOf(sheet, recusal('j01', 'p1'), takenBack)).toEqual([marks('18.5', '25')]);
    expect(sheetsOf(recusal('j01', 'p1'), takenBack)).toEqual([]);
  });

  test('a disclosure → changes nothing', () => {
    const disclosed: TestAct = {
      actor: 'judge:j01',
      action: 'recusal_recorded',
      subject: 'recusal:d1',
      data: {
        judge: 'j01',
        entry: 'p1',
        kind: 'disclose',
        grounds: ['general_training'],
        source: 'declared',
      },
      sealed: { reason: null },
    };
    expect(sheetsOf(disclosed)).toEqual([]);
  });

  test('sheets of two projects exchanged → each has the other’s marks', () => {
    const exchanged: TestAct = {
      actor: 'judge:j01',
      action: 'sheets_exchanged',
      subject: 'judge:j01',
      data: { entry: 'p1', other: 'p2', operation: 'op-x' },
      sealed: { reason: null },
    };
    const p1 = submission('j01', 'p1', '18.5', '25');
    const p2 = submission('j01', 'p2', '10', '12');
    expect(sheetsOf(p1, p2, exchanged)).toEqual([
      { judge: 'j01', entry: 'p1', marks: { need: '10', plan: '12' } },
      { judge: 'j01', entry: 'p2', marks: { need: '18.5', plan: '25' } },
    ]);
    expect(sheetsOf(p1, exchanged)).toEqual([
      { judge: 'j01', entry: 'p2', marks: { need: '18.5', plan: '25' } },
    ]);
  });

  test('a judge taken off the panel → no sheets of that judge, others untouched', () => {
    const removed: TestAct = {
      actor: 'officer:u01',
      action: 'judge_removed',
      subject: 'judge:j01',
      data: {},
      sealed: { reason: null },
    };
    const sheets = sheetsOf(recusal('j01', 'p1'), recusal('j02', 'p1'), removed);
    expect(sheets).toEqual([{ judge: 'j02', entry: 'p1', absent: 'recused' }]);
  });
});

test('replay of exclusions, withdrawn or vetoed → by entry', () => {
  const { known } = ledgerOf([
    {
      actor: 'officer:u03',
      action: 'defense_withdrawn',
      subject: 'proposal:p31',
      data: {},
      sealed: { reason: null },
    },
    {
      actor: 'officer:u03',
      action: 'proposal_vetoed',
      subject: 'proposal:p32',
      data: { approver: 'u07' },
      sealed: { reason: null },
    },
  ]);
  expect([...replay(known, []).excluded]).toEqual([
    ['p31', 'withdrawn'],
    ['p32', 'vetoed'],
  ]);
});
