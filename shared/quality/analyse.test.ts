import { beforeAll, describe, expect, test } from 'vitest';
import type { Analysis } from '../contract/quality.ts';
import { sha256 } from '../ledger/sha256-for-tests.ts';
import { rankScorebook } from '../scoring/result.ts';
import type { ScorebookFile } from '../scoring/scorebook/types.ts';
import { checked, fixture } from '../scoring/testing/fixtures.ts';
import { panelBook } from '../scoring/testing/panel-book.ts';
import { analyse } from './analyse.ts';
import { withoutNames } from './anonymous.ts';

const numbered = ({ judges }: ScorebookFile) =>
  new Map(judges.map(({ id }, index) => [id, judges.length - index]));

function analysisOf(file: ScorebookFile, cut: number): Analysis {
  const { checksum } = rankScorebook(checked(file), sha256);
  return analyse({ scorebook: withoutNames(file, numbered(file)), checksum, cut, parties: [] }, sha256);
}

describe('the Weiyuan model competition, 21 funded', () => {
  const file = fixture<ScorebookFile>('weiyuan/scorebook.json');
  const numbers = numbered(file);
  let analysis: Analysis;
  beforeAll(() => {
    analysis = analysisOf(file, 21);
  });
  const judge = (id: string) => analysis.judges.find((one) => one.judge === numbers.get(id));

  test('no name, no id of a judge is anywhere in it', () => {
    const text = JSON.stringify(analysis);
    expect(text).not.toMatch(/"j\d\d"/);
    for (const { name = '' } of file.judges) expect(text).not.toContain(name);
  });

  test('agreement without the recused → the panel excellent, one judge alone moderate', () => {
    const { agreement } = analysis;
    expect([agreement.from, agreement.panel.word, agreement.single.word, agreement.alpha.word]).toEqual([
      'variances',
      'excellent',
      'moderate',
      'tentative',
    ]);
  });

  test('the judges who stand out → the most lenient, the most strict, the narrow one', () => {
    expect([judge('j08')?.severity, judge('j10')?.severity]).toEqual(['clearly_lenient', 'clearly_strict']);
    expect(analysis.judges.filter(({ narrow }) => narrow)).toEqual([judge('j05')]);
    expect(judge('j05')?.totals.at(0)).toBe('76');
    expect(judge('j05')?.median).toBe('81');
  });

  test('the line → two projects hang on one judge, every other stands', () => {
    const borderline = analysis.line?.entries.filter(({ standing }) => standing === 'borderline');
    expect(borderline?.map(({ proposal, best, worst, kept }) => [proposal, best, worst, kept])).toEqual([
      ['p08', 21, 22, 9],
      ['p16', 21, 22, 6],
    ]);
    expect(analysis.line?.entries.slice(0, 20).every(({ standing }) => standing === 'firm_in')).toBe(true);
    expect(analysis.line?.entries.slice(22).every(({ standing }) => standing === 'firm_out')).toBe(true);
  });

  test('the tie at the line → its rules in the order they were put, decided by the panel', () => {
    const call = analysis.close.find(({ atLine }) => atLine);
    expect([call?.proposals, call?.gap]).toEqual([['p08', 'p16'], '0']);
    expect(call?.steps.map(({ rule, isOrder, decided }) => [rule, isOrder, decided])).toEqual([
      ['比“需求与社区匹配”', false, false],
      ['比“预期成效与居民参与”', false, false],
      ['按评委组的书面决定', true, true],
    ]);
    expect(call?.criteria.find(({ criterion }) => criterion === 'need')?.values).toEqual(['16', '16']);
  });

  test('sheets far from the others → asked about, the farthest first', () => {
    expect(analysis.questions.map(({ judge: number, proposal, total }) => [number, proposal, total])).toEqual(
      [
        [numbers.get('j05'), 'p06', '76'],
        [numbers.get('j05'), 'p32', '78'],
        [numbers.get('j05'), 'p01', '80'],
        [numbers.get('j15'), 'p32', '51.5'],
        [numbers.get('j05'), 'p15', '82'],
        [numbers.get('j08'), 'p32', '78.5'],
      ],
    );
  });

  test('nobody funded, or everybody → there is no line to be certain of', () => {
    expect(analysisOf(file, 0).line).toBeNull();
    expect(analysisOf(file, 33).line).toBeNull();
  });
});

describe('small panels', () => {
  test('the trimmed mean and the plain one disagree → both ranks', () => {
    const rows = [
      ['90', '90', '90', '90', '40'],
      ['85', '85', '85', '85', '85'],
    ];
    const { entries, hasPlain } = analysisOf(panelBook(rows, { trim: { high: 1, low: 1, min_valid: 5 } }), 1);
    expect([hasPlain, entries.map(({ rank, plainRank }) => [rank, plainRank])]).toEqual([
      true,
      [
        [1, 2],
        [2, 1],
      ],
    ]);
  });

  test('a rule that takes the mean of all → it is its own twin', () => {
    expect(analysisOf(panelBook([['80', '70']]), 1).hasPlain).toBe(false);
  });

  test('scores half a point apart → no close call; less → one', () => {
    const close = (second: string) =>
      analysisOf(panelBook([['80'], [second]]), 1).close.map(({ gap, atLine }) => [gap, atLine]);
    expect(close('79.5')).toEqual([]);
    expect(close('79.6')).toEqual([['0.4', true]]);
  });

  test('three of one score and a near neighbour → the group, then the pair', () => {
    const { close } = analysisOf(panelBook([['80'], ['80'], ['80'], ['79.9'], ['60']]), 2);
    expect(close.map(({ proposals, gap, atLine }) => [proposals, gap, atLine])).toEqual([
      [['p1', 'p2', 'p3'], '0', false],
      [['p3', 'p4'], '0.1', true],
    ]);
  });

  test('marks a third of the scale apart → the project is one to look at', () => {
    const book = panelBook([
      ['15', '20', '10'],
      ['15', '14', '16'],
    ]);
    const bounded = { ...book, criteria: [{ id: 'c', min: '5', max: '20' }] };
    const { entries } = analysisOf(bounded, 1);
    const byId = new Map(entries.map((entry) => [entry.proposal, entry]));
    expect(byId.get('p1')?.marks).toEqual([
      { criterion: 'c', marks: ['10', '15', '20'], share: 10 / 15, wide: true },
    ]);
    expect(byId.get('p2')?.marks[0]?.wide).toBe(false);
  });

  test('a judge with few sheets → nothing is said of the range', () => {
    const rows = [
      ['50', '52', '70'],
      ['70', '68', '71'],
      ['80', '77', null],
      ['90', '88', null],
      ['60', '58', null],
    ];
    expect(analysisOf(panelBook(rows), 2).judges.map(({ narrow }) => narrow)).toEqual([false, false, false]);
  });
});

describe('withoutNames', () => {
  test('judges keep their place in the file, marks and absences stay', () => {
    const file = panelBook([['80', null]]);
    const { judges, sheets } = withoutNames(
      {
        ...file,
        judges: [
          { id: 'j1', name: '甲', party: 'expert' },
          { id: 'j2', name: '乙' },
        ],
      },
      new Map([
        ['j1', 2],
        ['j2', 1],
      ]),
    );
    expect(judges).toEqual([{ id: '2', party: 'expert' }, { id: '1' }]);
    expect(sheets).toEqual([{ judge: '2', entry: 'p1', marks: { c: '80' } }]);
  });

  test('a judge without a number → refused, so that no id slips through', () => {
    expect(() => withoutNames(panelBook([['80']]), new Map())).toThrow(RangeError);
  });
});
