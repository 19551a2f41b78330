import { expect, test } from 'vitest';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { smallSettings } from '../small-settings.ts';
import { settingsHints } from './settings-hints.ts';

/** Keys of the hints after one change to settings that are in order. */
function keysAfter(change: (settings: Settings) => void): string[] {
  const settings = smallSettings();
  change(settings);
  return settingsHints(settings).map(({ key }) => key);
}

const first = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows;
  if (row === undefined) throw new RangeError('empty list');
  return row;
};

test('settings in order → nothing to look at', () => {
  expect(keysAfter(() => undefined)).toEqual([]);
});

test.each<[string, (settings: Settings) => void, string[]]>([
  ['full marks of 90', (s) => (first(s.rubric.criteria).max = '50'), ['total_not_100']],
  ['step that misses the full mark', (s) => (first(s.rubric.criteria).step = '7'), ['step_misses_max']],
  ['full mark not above the least', (s) => (first(s.rubric.criteria).min = '60'), ['max_not_above_min']],
  ['ceiling above the pool', (s) => (s.money.ceiling = 70_000_000), ['ceiling_above_pool']],
  ['floor above the ceiling', (s) => (s.money.floor = 6_000_000), ['floor_above_ceiling']],
  ['fewer projects than the pool carries', (s) => (s.funding.count = 5), ['count_leaves_money']],
  ['two tracks of one name', (s) => s.tracks.push({ ...first(s.tracks), id: 'k2' }), ['repeated']],
  ['community without a name', (s) => (first(s.communities).name = ' '), ['unnamed']],
  [
    'trim that leaves nothing',
    (s) => (s.scoring.trim = { high: 3, low: 2, min_valid: 5 }),
    ['core', 'trim_uneven'],
  ],
  [
    'trim above the number of seats',
    (s) => (s.scoring.trim = { high: 1, low: 1, min_valid: 9 }),
    ['trim_never'],
  ],
  ['quorum above the number of seats', (s) => (s.scoring.quorum = 8), ['quorum_above_seats']],
  ['pass line above full marks', (s) => (s.scoring.line = '101'), ['line_above_full']],
  ['tie rule about a criterion that is gone', (s) => (s.scoring.ties = [{ criterion: 'x' }]), ['core']],
  ['deadline before the call', (s) => (s.timeline.deadline = s.timeline.callOpens), ['deadline_before_call']],
  ['notice of four days', (s) => (s.timeline.noticeTo = '2026-10-27'), ['notice_short']],
  ['first session from 2 on', (s) => (first(s.timeline.sessions).from = 2), ['session_first']],
  ['session too short for its projects', (s) => (first(s.timeline.sessions).to = 20), ['session_tight']],
])('%s → exactly its own hint', (_, change, keys) => {
  expect(keysAfter(change)).toEqual(keys);
});

test('second session that leaves a number out → the expected number is named', () => {
  const settings = smallSettings();
  const morning = first(settings.timeline.sessions);
  const shift = 5 * 3600_000;
  settings.timeline.sessions.push({
    ...morning,
    id: 'pm',
    name: '下午场',
    start: morning.start + shift,
    end: morning.end + shift,
    from: 18,
    to: 30,
  });
  expect(settingsHints(settings)).toEqual([
    {
      tab: 'timeline',
      level: 'fault',
      key: 'session_gap',
      values: { no: 2, name: '下午场', expected: 17 },
    },
  ]);
});

test('level words with a hole between them → a hint; ending below the full mark → another', () => {
  const settings = smallSettings();
  first(settings.rubric.criteria).levels = [
    { word: '优', from: '50', to: '60', description: '' },
    { word: '良', from: '0', to: '48', description: '' },
  ];
  expect(settingsHints(settings).map(({ key }) => key)).toEqual(['levels_gap']);
  first(settings.rubric.criteria).levels = [{ word: '优', from: '0', to: '59.5', description: '' }];
  expect(settingsHints(settings).map(({ key }) => key)).toEqual(['levels_miss_max']);
});

test('faults and hints together → faults stand first', () => {
  const settings = smallSettings();
  settings.money.ceiling = 70_000_000;
  settings.timeline.sessions = [];
  expect(settingsHints(settings).map(({ level }) => level)).toEqual(['fault', 'hint']);
});
