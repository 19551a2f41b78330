import { expect, test } from 'vitest';
import { differenceWords } from './difference-words.ts';

/** Says the key and its values, so that a test sees what would be asked of the locale. */
const t = (key: string, values: Record<string, string | number> = {}) =>
  [key.replace('organizer.settings.', ''), ...Object.values(values)].join(' ');

test('amount in fen → yuan under its own name', () => {
  expect(differenceWords({ path: 'money.pool', mine: 60_000_000, theirs: 65_000_050 }, t)).toEqual({
    place: 'money.pool',
    mine: '600,000',
    theirs: '650,000.50',
  });
});

test('instant → Chinese date and time', () => {
  const mine = Date.parse('2026-09-18T18:00:00+08:00');
  expect(differenceWords({ path: 'timeline.deadline', mine, theirs: null }, t)).toEqual({
    place: 'timeline.deadline',
    mine: '2026年9月18日 18:00',
    theirs: 'conflict.nothing',
  });
});

test('choice and yes or no → the words of the choice', () => {
  expect(differenceWords({ path: 'funding.rule', mine: 'stop', theirs: 'skip' }, t).theirs).toBe(
    'money.rule_skip',
  );
  expect(differenceWords({ path: 'funding.trimLast', mine: true, theirs: false }, t).theirs).toBe(
    'conflict.no',
  );
});

test('place inside a list → the part and the row; list of another length → how many', () => {
  expect(differenceWords({ path: 'rubric.criteria[2].max', mine: '20', theirs: '25' }, t)).toEqual({
    place: 'conflict.row part.rubric 3',
    mine: '20',
    theirs: '25',
  });
  expect(differenceWords({ path: 'tracks', mine: [1, 2], theirs: [1] }, t)).toEqual({
    place: 'part.tracks',
    mine: 'conflict.list 2',
    theirs: 'conflict.list 1',
  });
});
