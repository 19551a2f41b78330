import { expect, test } from 'vitest';
import { canonicalJson } from '../ledger/canonical.ts';
import { sha256 } from '../ledger/sha256-for-tests.ts';
import { exact } from './numbers/decimal.ts';
import { compare } from './numbers/rational.ts';
import { rankScorebook } from './result.ts';
import type { ScorebookFile } from './scorebook/types.ts';
import type { EntryResult } from './result.ts';
import { secondResult } from './second/calculator.ts';
import { checked, fixture } from './testing/fixtures.ts';

type Expected = {
  readonly id: string;
  readonly rank: number;
  readonly rank_before_decision: number;
  readonly score: string;
  readonly exact: string;
  readonly valid: number;
  readonly kept: number;
  readonly recused: number;
  readonly left: number;
  readonly abstained: number;
  readonly dropped_high: string;
  readonly dropped_low: string;
  readonly above_pass_line: boolean;
};

const book = fixture<ScorebookFile>('weiyuan/scorebook.json');
const { entries: expected } = fixture<{ entries: Expected[] }>('weiyuan/expected.json');
const result = rankScorebook(checked(book), sha256);

function step<K extends EntryResult['steps'][number]['step']>(
  entry: EntryResult,
  kind: K,
): Extract<EntryResult['steps'][number], { step: K }> {
  const found = entry.steps.find((one) => one.step === kind);
  if (found === undefined) throw new Error(`${entry.id} has no step ${kind}`);
  return found as Extract<EntryResult['steps'][number], { step: K }>;
}

test('the model competition → every published rank and score, in rank order', () => {
  expect(result.entries.map(({ id, rank, score, valid }) => ({ id, rank, score, valid }))).toEqual([
    ...expected.map(({ id, rank, score, valid }) => ({ id, rank, score, valid })),
    { id: 'p31', rank: null, score: null, valid: 0 },
  ]);
});

test('the model competition → every derivation shows the published exact mean, extremes and absences', () => {
  for (const wanted of expected) {
    const entry = result.entries.find(({ id }) => id === wanted.id);
    if (entry === undefined) throw new Error(wanted.id);
    const trim = step(entry, 'trim');
    const { absent } = step(entry, 'values');
    const reasons = (reason: string): number => absent.filter((one) => one.reason === reason).length;
    expect({
      exact: compare(exact(step(entry, 'combine').value), exact(wanted.exact)),
      kept: step(entry, 'combine').divisor,
      high: trim.high.map(({ value }) => value),
      low: trim.low.map(({ value }) => value),
      absent: [reasons('recused'), reasons('left'), reasons('abstained')],
      line: !entry.flags.includes('below_line'),
    }).toEqual({
      exact: 0,
      kept: wanted.kept,
      high: [wanted.dropped_high],
      low: [wanted.dropped_low],
      absent: [wanted.recused, wanted.left, wanted.abstained],
      line: wanted.above_pass_line,
    });
  }
});

test('the model competition before the decision of the evening → the tie at the line is shared', () => {
  const ties = (book.rules.ties ?? []).filter((rule) => typeof rule === 'string' || !('decision' in rule));
  const before = rankScorebook(checked({ ...book, rules: { ...book.rules, ties } }), sha256);
  const ranks = new Map(before.entries.map(({ id, rank }) => [id, rank]));
  for (const { id, rank_before_decision } of expected) expect(ranks.get(id)).toBe(rank_before_decision);
  expect(before.entries.filter(({ flags }) => flags.includes('shared_rank')).map(({ id }) => id)).toEqual([
    'p08',
    'p16',
  ]);
});

test('the model competition → the second calculator agrees', () => {
  const byId = new Map(secondResult(book).map((second) => [second.id, second]));
  for (const { id, rank, score, valid } of result.entries)
    expect({ id, rank, score, valid }).toEqual(byId.get(id));
});

test('a result → its checksum is SHA-256 over scorebook and result without checksum, and moves with a mark', () => {
  const { checksum, ...rest } = result;
  expect(checksum).toBe(sha256(canonicalJson({ scorebook: checked(book), result: rest })));
  const [first, ...sheets] = book.sheets;
  const changed = { ...book, sheets: [{ ...first, marks: { ...first?.marks, need: '1' } }, ...sheets] };
  expect(rankScorebook(checked(changed), sha256).checksum).not.toBe(checksum);
});
