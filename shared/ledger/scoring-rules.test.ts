import { expect, test } from 'vitest';
import { parseScorebook } from '../scoring/scorebook/parse.ts';
import type { Scorebook } from '../scoring/scorebook/types.ts';
import { scoringRulesHash } from './scoring-rules.ts';
import { sha256 } from './sha256-for-tests.ts';

function scorebook(max: string, ties: unknown[]): Scorebook {
  const parsed = parseScorebook({
    format: 'scorebook/1',
    criteria: [{ id: 'need', max }],
    judges: [{ id: 'j01' }],
    entries: [{ id: 'p1' }, { id: 'p2' }],
    sheets: [],
    rules: { unit: 'sheet', combine: 'mean', ties },
  });
  if (!parsed.ok) throw new Error(parsed.faults.map(({ en }) => en).join());
  return parsed.scorebook;
}
const hashOf = (max: string, ties: unknown[]) => scoringRulesHash(scorebook(max, ties), sha256);

test('an order found later, by the panel or by lot → the hash frozen with the call', () => {
  const frozen = hashOf('20', [{ criterion: 'need' }]);
  expect(hashOf('20', [{ criterion: 'need' }, { decision: ['p1', 'p2'] }])).toBe(frozen);
  expect(hashOf('20', [{ criterion: 'need' }, { lot: ['p2', 'p1'] }])).toBe(frozen);
});

test('a full mark or a tie rule changed → another hash', () => {
  const frozen = hashOf('20', [{ criterion: 'need' }]);
  expect(hashOf('25', [{ criterion: 'need' }])).not.toBe(frozen);
  expect(hashOf('20', ['median', { criterion: 'need' }])).not.toBe(frozen);
});
