import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomScorebook } from '../second/random-scorebook.ts';
import { fixture } from '../testing/fixtures.ts';
import { faultLine } from './faults.ts';
import { parseScorebook } from './parse.ts';

type Json = Record<string, unknown>;

/** A small faultless file; each test spoils a part of it. */
function file(change: Json = {}, rules: Json = {}): Json {
  return {
    format: 'scorebook/1',
    criteria: [
      { id: 'need', max: '20', step: '0.5' },
      { id: 'plan', min: '1', max: '10' },
    ],
    judges: [
      { id: 'j1', party: 'x' },
      { id: 'j2', party: 'y' },
    ],
    entries: [{ id: 'p1' }, { id: 'p2' }],
    sheets: [
      { judge: 'j1', entry: 'p1', marks: { need: '18.5', plan: '7' } },
      { judge: 'j2', entry: 'p1', absent: 'recused' },
    ],
    rules: { unit: 'sheet', combine: 'mean', ...rules },
    ...change,
  };
}

function faults(json: unknown): [string, string][] {
  const parsed = parseScorebook(json);
  return parsed.ok ? [] : parsed.faults.map(({ path, code }) => [path, code]);
}

const sheet = (change: Json): Json => file({ sheets: [{ judge: 'j1', entry: 'p1', ...change }] });
const marks = (need: unknown, plan: unknown = '7'): Json => sheet({ marks: { need, plan } });

test('a faultless file → the same object', () => {
  const book = fixture<object>('weiyuan/scorebook.json');
  const parsed = parseScorebook(book);
  expect(parsed.ok && parsed.scorebook).toBe(book);
  expect(faults(file())).toEqual([]);
});

test.each<[string, unknown, [string, string][]]>([
  ['no object', [], [['', 'not_object']]],
  [
    'empty object',
    {},
    ['format', 'criteria', 'judges', 'entries', 'sheets', 'rules'].map((p) => [p, 'missing']),
  ],
  ['no stage in the list of stages', file({ sheets: [] }, { stages: [] }), [['rules.stages', 'empty_list']]],
  [
    'no party in the list of parties',
    file({ judges: [], sheets: [] }, { parties: [] }),
    [['rules.parties', 'empty_list']],
  ],
  ['another format', file({ format: 'scorebook/2' }), [['format', 'not_one_of']]],
  ['an unknown property', file({ extra: 1 }), [['extra', 'unknown_property']]],
  ['an unknown property with an odd name', file({ 'a.b': 1 }), [['["a.b"]', 'unknown_property']]],
  [
    '__proto__ as a property',
    JSON.parse('{"__proto__":1}'),
    [
      ['__proto__', 'unknown_property'],
      ...['format', 'criteria', 'judges', 'entries', 'sheets', 'rules'].map((p): [string, string] => [
        p,
        'missing',
      ]),
    ],
  ],
  [
    'a judge twice',
    file({ judges: [{ id: 'j1' }, { id: 'j2' }, { id: 'j1' }] }),
    [['judges[2].id', 'duplicate']],
  ],
  ['an entry without id', file({ entries: [{ id: 'p1' }, { name: '甲' }] }), [['entries[1].id', 'missing']]],
  ['an empty id', file({ entries: [{ id: 'p1' }, { id: '' }] }), [['entries[1].id', 'not_text']]],
  [
    'an exclusion of unknown kind',
    file({ entries: [{ id: 'p1', excluded: { kind: 'late' } }] }),
    [['entries[0].excluded.kind', 'not_one_of']],
  ],
  [
    'a criterion with a wrong range',
    file({
      criteria: [
        { id: 'need', max: '20', step: '0' },
        { id: 'plan', min: '9', max: '8' },
      ],
    }),
    [
      ['criteria[0].step', 'not_positive'],
      ['criteria[1].min', 'min_above_max'],
      ['sheets[0].marks.plan', 'mark_below_min'],
    ],
  ],
  [
    'a factor below zero',
    file({
      criteria: [
        { id: 'need', factor: '-1' },
        { id: 'plan', factor: '1/0' },
      ],
    }),
    [
      ['criteria[0].factor', 'negative'],
      ['criteria[1].factor', 'not_ratio'],
    ],
  ],
  ['a mark as a JSON number', marks(18.5), [['sheets[0].marks.need', 'not_decimal']]],
  ['a mark with an exponent', marks('1e1'), [['sheets[0].marks.need', 'not_decimal']]],
  ['a mark above max', marks('20.5'), [['sheets[0].marks.need', 'mark_above_max']]],
  ['a mark below min', marks('0', '0.5'), [['sheets[0].marks.plan', 'mark_below_min']]],
  ['a mark off the step', marks('18.3'), [['sheets[0].marks.need', 'mark_off_step']]],
  ['a mark that is null', marks(null), []],
  ['a mark left out', sheet({ marks: { need: '1' } }), [['sheets[0].marks.plan', 'missing']]],
  [
    'a mark of an unknown criterion',
    sheet({ marks: { need: '1', plan: '7', toString: '1' } }),
    [['sheets[0].marks.toString', 'not_applicable']],
  ],
  [
    'marks and absent',
    sheet({ marks: { need: '1', plan: '7' }, absent: 'left' }),
    [['sheets[0]', 'marks_and_absent']],
  ],
  ['neither marks nor absent', sheet({}), [['sheets[0]', 'marks_or_absent']]],
  ['an unknown reason', sheet({ absent: 'ill' }), [['sheets[0].absent', 'not_one_of']]],
  [
    'unknown judge, entry and stage',
    file({ sheets: [{ judge: 'j9', entry: 'p9', stage: 's', absent: 'left' }] }),
    [
      ['sheets[0].judge', 'unknown_reference'],
      ['sheets[0].entry', 'unknown_reference'],
      ['sheets[0].stage', 'unknown_reference'],
    ],
  ],
  [
    'two sheets of one judge for one entry',
    file({
      sheets: [
        { judge: 'j1', entry: 'p1', absent: 'left' },
        { judge: 'j1', entry: 'p1', absent: 'left' },
      ],
    }),
    [['sheets[1]', 'duplicate']],
  ],
  [
    'an adjustment and a vote for nobody',
    file({ adjustments: [{ entry: 'p9', points: 1 }], votes: [{ stage: 's', entry: 'p1', count: -1 }] }),
    [
      ['votes[0].stage', 'unknown_reference'],
      ['votes[0].count', 'not_integer'],
      ['adjustments[0].entry', 'unknown_reference'],
      ['adjustments[0].points', 'not_decimal'],
    ],
  ],
  [
    'no criterion for an entry',
    file({ criteria: [{ id: 'need', track: 't' }], sheets: [] }),
    [
      ['entries[0]', 'no_criteria'],
      ['entries[1]', 'no_criteria'],
    ],
  ],
])('%s → its faults', (_, json, expected) => {
  expect(faults(json)).toEqual(expected);
});

const parties = [
  { id: 'x', weight: '0.6' },
  { id: 'y', weight: '0.4' },
];

test.each<[string, Json, [string, string][]]>([
  [
    'unknown words',
    { unit: 'judge', combine: 'avg' },
    [
      ['rules.unit', 'not_one_of'],
      ['rules.combine', 'not_one_of'],
    ],
  ],
  ['a trim that takes all', { trim: { high: 1, low: 1, min_valid: 2 } }, [['rules.trim', 'trim_takes_all']]],
  [
    'a trim with wrong numbers',
    { trim: { high: -1, low: 0.5, min_valid: '3' } },
    [
      ['rules.trim.high', 'not_integer'],
      ['rules.trim.low', 'not_integer'],
      ['rules.trim.min_valid', 'not_integer'],
    ],
  ],
  [
    'parties without within',
    { parties, trim: { high: 1, low: 1, min_valid: 5 } },
    [['rules.trim.within', 'missing']],
  ],
  [
    'within party without parties',
    { trim: { high: 1, low: 1, min_valid: 5, within: 'party' } },
    [['rules.trim.within', 'within_needs_parties']],
  ],
  [
    'a judge of no weighted party',
    { parties: parties.slice(0, 1) },
    [['judges[1].party', 'unknown_reference']],
  ],
  [
    'a party without weight',
    {
      parties: [
        { id: 'x', weight: '0' },
        { id: 'y', weight: '0.4' },
      ],
    },
    [['rules.parties[0].weight', 'not_positive']],
  ],
  ['a quorum of nobody', { quorum: 0 }, [['rules.quorum', 'not_integer']]],
  [
    'a place rounded twice, a wrong mode, too many decimals',
    {
      round: [
        { at: 'mean', dp: 2, mode: 'half_up' },
        { at: 'mean', dp: 31, mode: 'half_down' },
      ],
    },
    [
      ['rules.round[1].dp', 'too_great'],
      ['rules.round[1].mode', 'not_one_of'],
      ['rules.round[1].at', 'duplicate'],
    ],
  ],
  [
    'ties naming unknown things',
    {
      ties: [{ criterion: 'c' }, { stage: 's' }, { party: 'z' }, { lot: ['p1', 'p1'] }, { decision: ['p9'] }],
    },
    [
      ['rules.ties[0].criterion', 'unknown_reference'],
      ['rules.ties[1].stage', 'unknown_reference'],
      ['rules.ties[2].party', 'unknown_reference'],
      ['rules.ties[3].lot[1]', 'duplicate'],
      ['rules.ties[4].decision[0]', 'unknown_reference'],
    ],
  ],
  [
    'ties of unknown form',
    { ties: ['mean', {}, { toString: 'x' }, { criterion: 'need', party: 'x' }] },
    [
      ['rules.ties[0]', 'tie_rule'],
      ['rules.ties[1]', 'tie_rule'],
      ['rules.ties[2]', 'tie_rule'],
      ['rules.ties[3]', 'tie_rule'],
    ],
  ],
  [
    'two judged stages, sheets without one',
    {
      stages: [
        { id: 'a', weight: '0.4' },
        { id: 'b', weight: '0.6' },
      ],
    },
    [
      ['sheets[0].stage', 'missing'],
      ['sheets[1].stage', 'missing'],
    ],
  ],
  [
    'votes by rank without a table',
    {
      stages: [
        { id: 'a', weight: '1' },
        { id: 'v', weight: '1', votes: { by: 'rank' } },
      ],
    },
    [['rules.stages[1].votes.table', 'missing']],
  ],
])('rules with %s → their faults', (_, rules, expected) => {
  expect(faults(file({}, rules))).toEqual(expected);
});

test('a fault → one line with path and both languages', () => {
  const parsed = parseScorebook(marks('20.5'));
  expect(parsed.ok ? [] : parsed.faults.map(faultLine)).toEqual([
    'sheets[0].marks.need: 高于满分 20 (is above the full mark 20)',
  ]);
});

test('any faultless file with one property too many at a random place → exactly that fault', () => {
  const place = fc.constantFrom('criteria', 'judges', 'entries', 'sheets', 'rules');
  fc.assert(
    fc.property(randomScorebook, place, (book, key) => {
      const part: unknown = book[key];
      const [first, ...rest] = Array.isArray(part) ? (part as Json[]) : [];
      fc.pre(!Array.isArray(part) || first !== undefined);
      const spoiled = Array.isArray(part) ? [{ ...first, odd: 1 }, ...rest] : { ...(part as Json), odd: 1 };
      const path = Array.isArray(part) ? `${key}[0].odd` : `${key}.odd`;
      expect(faults({ ...book, [key]: spoiled })).toEqual([[path, 'unknown_property']]);
    }),
  );
});
