import { explain } from '../explain/explain.ts';
import { namesOf } from '../explain/names.ts';
import { itemAt } from '../item.ts';
import { exact } from '../numbers/decimal.ts';
import { formatExact } from '../numbers/format.ts';
import { add, divide, multiply, ONE, subtract, ZERO } from '../numbers/rational.ts';
import { round } from '../numbers/round.ts';
import type { ScoreResult } from '../result.ts';
import { rankScorebook } from '../result.ts';
import { parseScorebook } from '../scorebook/parse.ts';
import type { Criterion, Rules, ScorebookFile } from '../scorebook/types.ts';
import type { Step } from '../steps/types.ts';

/** What the rules make of invented marks. */
export type WorkedExample = {
  readonly valid: number;
  readonly score: string | null;
  readonly steps: readonly Step[];
  /** The derivation in Chinese, a line each, judges called 评委1…n. */
  readonly lines: readonly string[];
};

const ENTRY = 'example';
/** Shares of the range, in percent, so that highest and lowest marks differ and no two judges agree throughout. */
const SHARES = [88, 76, 92, 70, 84, 95, 80, 66, 90, 73, 86] as const;

/**
 * An example for the editor of the rules, computed by the same code as a real result, with invented marks of `valid`
 * judges. Null where rules or criteria have faults. Ties and orders need a second entry and are left out.
 * @param parties names of the parties that the rules weigh; the judges come from them in turn
 */
export function workedExample(
  rules: Rules,
  criteria: readonly Criterion[],
  valid: number,
  parties: readonly { readonly id: string; readonly name: string }[] = [],
): WorkedExample | null {
  const parsed = parseScorebook(exampleBook({ ...rules, ties: [] }, criteria, valid));
  if (!parsed.ok) return null;
  const result: ScoreResult = rankScorebook(parsed.scorebook, () => '');
  const { score, steps } = itemAt(result.entries, 0);
  const text = explain(result, ENTRY, namesOf(parsed.scorebook, parties)) ?? '';
  return { valid, score, steps, lines: text.split('\n').slice(1) };
}

function exampleBook(rules: Rules, criteria: readonly Criterion[], valid: number): ScorebookFile {
  const track = criteria.find((criterion) => criterion.track !== undefined)?.track;
  const mine = criteria.filter((c) => c.track === undefined || c.track === track);
  const stages = rules.stages ?? [];
  const judges = Array.from({ length: valid }, (_, i) => {
    const party = rules.parties?.[i % rules.parties.length]?.id;
    return { id: `j${i + 1}`, name: `评委${i + 1}`, ...(party === undefined ? {} : { party }) };
  });
  const judged = stages.length === 0 ? [undefined] : stages.flatMap(({ id, votes }) => (votes ? [] : [id]));
  const sheets = judged.flatMap((stage) =>
    judges.map(({ id }, j) => ({
      judge: id,
      entry: ENTRY,
      ...(stage === undefined ? {} : { stage }),
      marks: Object.fromEntries(
        mine
          .filter((c) => c.stage === undefined || c.stage === stage)
          .map((criterion, c) => [criterion.id, exampleMark(criterion, j * 3 + c)]),
      ),
    })),
  );
  const votes = stages.flatMap(({ id, votes: rule }) =>
    rule ? [{ stage: id, entry: ENTRY, count: 60 }] : [],
  );
  const entries = [{ id: ENTRY, ...(track === undefined ? {} : { track }) }];
  return { format: 'scorebook/1', criteria, judges, entries, sheets, rules, votes };
}

function exampleMark({ min = '0', max = '100', step = '1' }: Criterion, turn: number): string {
  const least = exact(min);
  const share = { n: BigInt(itemAt(SHARES, turn % SHARES.length)), d: 100n };
  const range = subtract(exact(max), least);
  const unit = range.n > 0n && exact(step).n > 0n ? exact(step) : ONE;
  const steps = range.n > 0n ? round(divide(multiply(range, share), unit), 0, 'down') : ZERO;
  return formatExact(add(least, multiply(steps, unit)));
}
