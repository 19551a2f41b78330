import type { Decimal } from '../../scoring/numbers/decimal.ts';
import type { Reader } from '../../scoring/scorebook/reader.ts';
import { readDecimal } from '../../scoring/scorebook/number-reader.ts';

/** More places than any currency has; a longer number is a mistake in the file. */
export const MONEY_PLACES = 6;

/** Money as it stands in a file: nothing is scaled until every amount has been read. */
export type Money = Decimal;

/** Reads the amounts of a file and finds the smallest unit that holds them all. */
export class MoneyReader {
  private readonly reader: Reader;
  private mostPlaces = 0;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  /** An amount of at least 0; null where absent or faulty. */
  read(value: unknown, path: string): Money | null {
    if (value === undefined) return null;
    const money = withoutZeros(readDecimal(value));
    if (money === null || money.places > MONEY_PLACES)
      return this.reader.report(path, 'not_number', { places: String(MONEY_PLACES) });
    if (money.digits < 0n) return this.reader.report(path, 'negative');
    this.mostPlaces = Math.max(this.mostPlaces, money.places);
    return money;
  }

  /** Decimal places of the smallest unit. */
  get places(): number {
    return this.mostPlaces;
  }

  /** Units of an amount, 0 for none; to be called when all have been read. */
  units(money: Money | null): number {
    return money === null ? 0 : Number(money.digits * 10n ** BigInt(this.mostPlaces - money.places));
  }

  /** Reports amounts that add up to more units than are counted exactly. */
  checkSum(amounts: readonly number[], path: string): void {
    const most = BigInt(Number.MAX_SAFE_INTEGER) / 10n ** BigInt(this.mostPlaces);
    if (amounts.reduce((sum, amount) => sum + amount, 0) > Number.MAX_SAFE_INTEGER)
      this.reader.report(path, 'sum_too_great', { max: String(most) });
  }
}

/** `8.00` needs no places. */
function withoutZeros(money: Decimal | null): Decimal | null {
  if (money === null) return null;
  let { digits, places } = money;
  for (; places > 0 && digits % 10n === 0n; places -= 1) digits /= 10n;
  return { digits, places };
}
