import { expect, test } from 'vitest';
import { exact } from './numbers/decimal.ts';
import { compare } from './numbers/rational.ts';
import type { Rules, ScorebookFile } from './scorebook/types.ts';
import { ranking } from './testing/brief.ts';
import { fixture } from './testing/fixtures.ts';
import { panelBook } from './testing/panel-book.ts';

type Trap = {
  readonly kind: string;
  readonly a: readonly number[];
  readonly b?: readonly number[];
  readonly weights?: readonly number[];
  readonly exact?: string;
  readonly expected: string;
  readonly half_up_a?: string;
  readonly half_up_b?: string;
};

const { cases } = fixture<{ cases: Trap[] }>('scoring/float-traps.json');
const rows = ({ a, b }: Trap): string[][] => [a.map(String), ...(b ? [b.map(String)] : [])];

/** One judge and one criterion per weight, marks as given. */
function weightedBook(trap: Trap, rules: Partial<Rules>): ScorebookFile {
  const criteria = (trap.weights ?? []).map((weight, i) => ({ id: `c${i}`, factor: String(weight) }));
  return {
    ...panelBook(
      rows(trap).map(() => ['0']),
      rules,
    ),
    criteria,
    sheets: rows(trap).map((marks, e) => ({
      judge: 'j1',
      entry: `p${e + 1}`,
      marks: Object.fromEntries(marks.map((mark, i) => [`c${i}`, mark])),
    })),
  };
}

/** Judges 1–3 are of party x with weight 0.6, judges 4–8 of party y with 0.4. */
function partyBook(trap: Trap): ScorebookFile {
  const parties = [
    { id: 'x', weight: '0.6' },
    { id: 'y', weight: '0.4' },
  ];
  const book = panelBook(rows(trap), { parties });
  return { ...book, judges: book.judges.map(({ id }, j) => ({ id, party: j < 3 ? 'x' : 'y' })) };
}

function bookOf(trap: Trap): ScorebookFile {
  if (trap.kind.includes('party weights')) return partyBook(trap);
  if (trap.kind.includes('pass mark')) return weightedBook(trap, { line: trap.exact ?? '' });
  if (trap.half_up_a !== undefined)
    return weightedBook(trap, { round: [{ at: 'total', dp: 2, mode: 'half_up' }] });
  return trap.weights ? weightedBook(trap, {}) : panelBook(rows(trap));
}

test.each(cases)('$kind: $a → $expected', (trap) => {
  const answer = ranking(bookOf(trap));
  const scores = answer.map(([, , score]) => exact(score ?? ''));
  const wanted = [trap.half_up_a ?? trap.exact, trap.half_up_b ?? trap.exact].slice(0, scores.length);
  expect(scores.map((score, i) => compare(score, exact(wanted[i] ?? '')))).toEqual(scores.map(() => 0));
  expect(answer.map(([, rank]) => rank)).toEqual(
    trap.expected === 'tie' ? [1, 1] : scores.map((_, i) => i + 1),
  );
});

test.each(cases.filter(({ b }) => b === undefined))('$a in any order of judges → the same score', (trap) => {
  const turned = { ...trap, a: [...trap.a].reverse(), weights: trap.weights && [...trap.weights].reverse() };
  expect(ranking(bookOf(turned as Trap))).toEqual(ranking(bookOf(trap)));
});
