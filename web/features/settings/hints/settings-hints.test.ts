import { expect, test } from 'vitest';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { smallSettings } from '../small-settings.ts';
import { settingsHints } from './settings-hints.ts';

/** Tab, level and key of the hints after one change to settings that are in order. */
function hintsAfter(change: (settings: Settings) => void): string[] {
  const settings = smallSettings();
  change(settings);
  return settingsHints(settings).map(({ tab, level, key }) => `${tab} ${level} ${key}`);
}

const first = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows;
  if (row === undefined) throw new RangeError('empty list');
  return row;
};

test('settings in order → nothing to look at', () => {
  expect(hintsAfter(() => undefined)).toEqual([]);
});

test.each<[string, (settings: Settings) => void, string[]]>([
  ['no name', (s) => (s.name = ' '), ['basics gap no_name']],
  ['community without a name', (s) => (first(s.communities).name = ' '), ['places gap unnamed']],
  ['no session at all', (s) => (s.timeline.sessions = []), ['timeline gap no_row']],
  [
    'two tracks of one name',
    (s) => s.tracks.push({ ...first(s.tracks), id: 'k2' }),
    ['places hint repeated'],
  ],
  ['ceiling above the pool', (s) => (s.money.ceiling = 70_000_000), ['money fault refused']],
  [
    'deadline before the call',
    (s) => (s.timeline.deadline = s.timeline.callOpens),
    ['timeline fault refused'],
  ],
  [
    'tie rule about a criterion that is gone',
    (s) => (s.scoring.ties = [{ criterion: 'x' }]),
    ['rules fault refused'],
  ],
  ['step of nothing', (s) => (first(s.rubric.criteria).step = '0'), ['rubric fault refused_criterion']],
  ['full marks of 90', (s) => (first(s.rubric.criteria).max = '50'), ['rubric hint total_not_100']],
  [
    'step that misses the full mark',
    (s) => (first(s.rubric.criteria).step = '7'),
    ['rubric hint step_misses_max'],
  ],
  [
    'more dropped high than low',
    (s) => (s.scoring.trim = { high: 2, low: 1, min_valid: 5 }),
    ['rules hint trim_uneven'],
  ],
  [
    'trim above the number of seats',
    (s) => (s.scoring.trim = { high: 1, low: 1, min_valid: 9 }),
    ['rules hint trim_never'],
  ],
  ['quorum above the number of seats', (s) => (s.scoring.quorum = 8), ['rules hint quorum_above_seats']],
  ['pass line above full marks', (s) => (s.scoring.line = '101'), ['rules hint line_above_full']],
  [
    'full marks that differ by category',
    (s) => {
      s.tracks.push({ ...first(s.tracks), id: 'k2', name: '自治互助' });
      first(s.rubric.criteria).track = 'k1';
      s.scoring.ties = ['median'];
    },
    ['rubric hint track_total_not_100', 'rubric hint totals_differ'],
  ],
  [
    'tie rule about a criterion of one category',
    (s) => {
      first(s.rubric.criteria).track = 'k1';
      s.scoring.ties = [{ criterion: first(s.rubric.criteria).id }];
    },
    ['rules hint tie_not_everywhere'],
  ],
  [
    'group without a name',
    (s) => {
      s.rubric.groups = [{ id: 'g1', name: ' ' }];
      for (const criterion of s.rubric.criteria) criterion.group = 'g1';
    },
    ['rubric gap unnamed'],
  ],
  [
    'group without a criterion',
    (s) => (s.rubric.groups = [{ id: 'g1', name: '需求' }]),
    ['rubric fault refused'],
  ],
  ['no rounding', (s) => (s.scoring.round = []), ['rules hint no_rounding']],
  ['fewer projects than the pool carries', (s) => (s.funding.count = 5), ['money hint count_leaves_money']],
  ['notice of four days', (s) => (s.timeline.noticeTo = '2026-10-27'), ['timeline hint notice_short']],
  ['first session from 2 on', (s) => (first(s.timeline.sessions).from = 2), ['timeline hint session_gap']],
  [
    'session too short for its projects',
    (s) => (first(s.timeline.sessions).to = 20),
    ['timeline hint session_tight'],
  ],
])('%s → exactly its own hint', (_, change, hints) => {
  expect(hintsAfter(change)).toEqual(hints);
});

test('second session that leaves a number out → the expected number is named', () => {
  const settings = smallSettings();
  const morning = first(settings.timeline.sessions);
  const [start, end] = [morning.start + 5 * 3600_000, morning.end + 5 * 3600_000];
  settings.timeline.sessions.push({ id: 'pm', name: '下午场', start, end, from: 18, to: 30 });
  expect(settingsHints(settings)).toEqual([
    { tab: 'timeline', level: 'hint', key: 'session_gap', values: { no: 2, name: '下午场', expected: 17 } },
  ]);
});

test('level words with a hole, below the full mark, or the wrong way round → each its own hint', () => {
  const levels = (...bands: [from: string, to: string][]) =>
    hintsAfter((s) => {
      first(s.rubric.criteria).levels = bands.map(([from, to]) => ({
        word: '优',
        from,
        to,
        description: '',
      }));
    });
  expect(levels(['50', '60'], ['0', '49.5'])).toEqual([]);
  expect(levels(['50', '60'], ['0', '48'])).toEqual(['rubric hint levels_gap']);
  expect(levels(['0', '59.5'])).toEqual(['rubric hint levels_miss_max']);
  expect(levels(['60', '50'])).toEqual(['rubric hint level_range']);
});

test('hint, fault and gap together → the weightiest first', () => {
  const levels = hintsAfter((s) => {
    s.funding.count = 5;
    s.money.floor = 6_000_000;
    s.parties = [];
  }).map((hint) => hint.split(' ')[1]);
  expect(levels.filter((level, index) => levels.indexOf(level) === index)).toEqual(['gap', 'fault', 'hint']);
});
