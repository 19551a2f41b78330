import type { Combination, Entry, Rules, ScorebookFile, Stage, TieRule } from '../scorebook/types.ts';
import { Fraction } from './fraction.ts';
import { marksOf, rubric, stageValue, totals } from './stage.ts';
import { ofPanel, ofParty, together } from './values.ts';

const exactly = (x: Fraction): Fraction => x;

/** What a tie rule compares, the greater the better; null where the entry has no such number. */
export function tieNumber(book: ScorebookFile, entry: Entry, rule: TieRule): Fraction | null {
  const { rules } = book;
  const plain = (combine: Combination): Rules => ({ ...rules, combine, trim: null });
  if (rule === 'untrimmed_mean')
    return summed(book, (s) => stageValue(book, s, entry, plain('mean'), exactly));
  if (rule === 'median') return summed(book, (s) => stageValue(book, s, entry, plain('median'), exactly));
  if ('criterion' in rule) {
    const { criterion } = rule;
    return summed(book, (stage) =>
      rubric(book, stage, entry).some(({ id }) => id === criterion)
        ? ofPanel(marksOf(book, stage, entry, criterion), { ...rules, combine: 'mean' }, exactly)
        : null,
    );
  }
  if ('stage' in rule) {
    const stage = (rules.stages ?? []).find(({ id }) => id === rule.stage);
    return stage ? stageValue(book, stage, entry, rules, exactly) : null;
  }
  if ('party' in rule) return summed(book, (stage) => partyNumber(book, stage, entry, rule.party));
  const place = ('lot' in rule ? rule.lot : rule.decision).indexOf(entry.id);
  return place < 0 ? null : new Fraction(BigInt(-place));
}

/** Over the judged stages that have a value, each times its weight. */
function summed(book: ScorebookFile, value: (stage: Stage) => Fraction | null): Fraction | null {
  const stages = book.rules.stages ?? [{ id: '', weight: '1' }];
  const parts = stages
    .filter(({ votes }) => votes === undefined)
    .flatMap((stage) => value(stage)?.times(Fraction.of(stage.weight)) ?? []);
  return parts.length === 0 ? null : Fraction.total(parts);
}

function partyNumber(book: ScorebookFile, stage: Stage, entry: Entry, party: string): Fraction | null {
  const { rules } = book;
  if (rules.unit === 'sheet')
    return together(ofParty(totals(book, stage, entry, exactly), party, rules), rules.combine);
  const parts = rubric(book, stage, entry).map(({ id, factor = '1' }) =>
    together(ofParty(marksOf(book, stage, entry, id), party, rules), rules.combine)?.times(
      Fraction.of(factor),
    ),
  );
  return parts.includes(undefined) ? null : Fraction.total(parts.flatMap((part) => part ?? []));
}
