import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import type { Result, ResultEntry } from '../../../shared/contract/results.ts';
import { parseScorebook, rankScorebook } from '../../../shared/scoring/index.ts';
import DerivationDrawer from './DerivationDrawer.vue';

/** Three judges give 80, 80 and 81; nothing is dropped. */
function entry(): ResultEntry {
  const parsed = parseScorebook({
    format: 'scorebook/1',
    criteria: [{ id: 'all', max: '100' }],
    judges: ['80', '80', '81'].map((_, index) => ({ id: `j${index}` })),
    entries: [{ id: 'p' }],
    sheets: ['80', '80', '81'].map((mark, index) => ({
      judge: `j${index}`,
      entry: 'p',
      marks: { all: mark },
    })),
    rules: { unit: 'sheet', combine: 'mean', round: [{ at: 'mean', dp: 2, mode: 'half_up' }] },
  });
  if (!parsed.ok) throw new Error('not a scorebook');
  const [first] = rankScorebook(parsed.scorebook, () => '').entries;
  return {
    proposal: 'p',
    order: 7,
    title: '示例',
    applicantName: '示例社会组织',
    community: '',
    trackId: null,
    communityId: null,
    requested: 0,
    minimum: 0,
    rank: 1,
    score: first?.score ?? null,
    valid: 3,
    flags: [],
    excluded: null,
    tie: '',
    sheets: [],
    steps: [...(first?.steps ?? [])],
  };
}

const result: Result = {
  version: 1,
  at: 0,
  byName: '',
  rulesVersion: 1,
  rulesSentence: '',
  checksum: '',
  ledger: { size: 0, head: '' },
  judges: [],
  counts: { expected: 3, marked: 3, recused: 0, absent: 0 },
  entries: [],
  openTies: [],
  signature: null,
};

test('a quotient → as a pocket calculator shows it, and the papers of the project beside it', () => {
  const drawer = mount(DerivationDrawer, {
    props: {
      result,
      entry: entry(),
      fullMark: '100',
      words: '',
      prints: [{ name: '查分单', url: '/api/competitions/c/papers/query-sheets/p' }],
    },
    global: { stubs: { teleport: true } },
  });
  expect(drawer.text()).toContain('241 ÷ 3 = 80.333333…');
  expect(drawer.find('.prints a').attributes('href')).toBe('/api/competitions/c/papers/query-sheets/p');
});
