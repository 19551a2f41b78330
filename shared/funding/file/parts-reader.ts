import { parseRatio } from '../../scoring/numbers/decimal.ts';
import { formatExact } from '../../scoring/numbers/format.ts';
import type { Rational } from '../../scoring/numbers/rational.ts';
import { rational, reduce } from '../../scoring/numbers/rational.ts';
import { childPath } from '../../scoring/scorebook/path.ts';
import type { JsonObject, Reader, Shape } from '../../scoring/scorebook/reader.ts';
import { owns } from '../../scoring/scorebook/reader.ts';
import type { GroupLimit } from '../limits.ts';
import type { Money, MoneyReader } from './money-reader.ts';
import { MONEY_PLACES } from './money-reader.ts';
import { MOST_PLACES, readWhole, readDecimal } from '../../scoring/scorebook/number-reader.ts';

/** A project as it stands in the file, its money not yet in units. */
export type ReadProject = {
  readonly id: string;
  readonly score: Rational | null;
  /** By budget, in their order. */
  readonly costs: readonly (Money | null)[];
  readonly minimum: Money | null;
  readonly track: string | null;
  readonly community: string | null;
};

/** A floor or cap as it stands in the file: `amount` where it measures money. */
export type ReadLimit = GroupLimit & { readonly amount: Money | null };

const LIMIT: Shape = { track: 'optional', community: 'optional', count: 'optional', amount: 'optional' };

/** @param budgets their ids, in order */
export function readProject(
  reader: Reader,
  money: MoneyReader,
  item: JsonObject,
  path: string,
  budgets: readonly string[],
): ReadProject {
  reader.text(item.name, `${path}.name`);
  const costs = readCosts(reader, money, item, path, budgets);
  const minimum = item.minimum === null ? null : money.read(item.minimum, `${path}.minimum`);
  const asked = costs.reduce((sum, cost) => sum + asMicro(cost), 0n);
  if (minimum !== null && asMicro(minimum) > asked)
    reader.report(`${path}.minimum`, 'too_great', { max: formatExact({ n: asked, d: MICRO }) });
  return {
    id: typeof item.id === 'string' ? item.id : '',
    score: readScore(reader, item.score, `${path}.score`),
    costs,
    minimum,
    track: readGroup(reader, item.track, `${path}.track`),
    community: readGroup(reader, item.community, `${path}.community`),
  };
}

/** A decimal, as a string or a number, or a fraction `n/d`, as `gongping rank` prints scores. */
export function readScore(reader: Reader, value: unknown, path: string): Rational | null {
  if (value === undefined) return null;
  const decimal = readDecimal(value);
  if (decimal !== null) return reduce(rational(decimal.digits, 10n ** BigInt(decimal.places)));
  const ratio = typeof value === 'string' && value.includes('/') ? parseRatio(value) : null;
  return ratio ?? reader.report(path, 'not_number', { places: String(MOST_PLACES) });
}

function readCosts(
  reader: Reader,
  money: MoneyReader,
  item: JsonObject,
  path: string,
  budgets: readonly string[],
): (Money | null)[] {
  if (owns(item, 'amount') === owns(item, 'costs')) {
    reader.report(path, 'exactly_one', { a: 'amount', b: 'costs' });
    return [];
  }
  if (owns(item, 'amount')) {
    if (budgets.length !== 1) reader.report(`${path}.amount`, 'one_budget_only');
    return [money.read(item.amount, `${path}.amount`)];
  }
  const costs = reader.object(item.costs, `${path}.costs`) ?? {};
  for (const id of Object.keys(costs))
    if (!budgets.includes(id))
      reader.report(childPath(`${path}.costs`, id), 'unknown_reference', {
        id,
        kind: '资金',
        kind_en: 'budget',
      });
  return budgets.map((id) =>
    owns(costs, id) ? money.read(costs[id], childPath(`${path}.costs`, id)) : null,
  );
}

/** A floor or cap: one of `track` and `community`, one of `count` and `amount`. */
export function readLimit(reader: Reader, money: MoneyReader, item: unknown, path: string): ReadLimit | null {
  const limit = reader.record(item, path, LIMIT);
  if (limit === null) return null;
  const by = oneKey(reader, limit, path, 'track', 'community');
  const measure = oneKey(reader, limit, path, 'count', 'amount');
  if (by === null || measure === null) return null;
  const id = reader.text(limit[by], `${path}.${by}`);
  const count = measure === 'count' ? readWhole(reader, limit.count, `${path}.count`, 0) : null;
  const amount = measure === 'amount' ? money.read(limit.amount, `${path}.amount`) : null;
  return id === null ? null : { by, id, name: id, measure, value: count ?? 0, amount };
}

function oneKey<A extends string, B extends string>(
  reader: Reader,
  object: JsonObject,
  path: string,
  a: A,
  b: B,
): A | B | null {
  if (owns(object, a) === owns(object, b)) return reader.report(path, 'exactly_one', { a, b });
  return owns(object, a) ? a : b;
}

const readGroup = (reader: Reader, value: unknown, path: string): string | null =>
  value === null ? null : reader.text(value, path);

const MICRO = 10n ** BigInt(MONEY_PLACES);

/** Money in the least unit of all, to compare amounts before that of the file is known. */
const asMicro = (money: Money | null): bigint =>
  money === null ? 0n : money.digits * 10n ** BigInt(MONEY_PLACES - money.places);
