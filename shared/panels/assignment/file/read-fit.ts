import { childPath } from '../../../scoring/scorebook/path.ts';
import type { Reader } from '../../../scoring/scorebook/reader.ts';
import type { FitDigits } from '../model/fit.ts';
import { MOST_PLACES, readDecimal } from '../../../scoring/scorebook/number-reader.ts';

/**
 * Reads the matrix of fits, rows as judges, columns as proposals; every fault goes to the reader. The cells come out
 * one proposal after the other.
 */
export function readFit(reader: Reader, value: unknown, judges: number, proposals: number): FitDigits {
  const digits = new Float64Array(judges * proposals);
  const places = new Uint8Array(judges * proposals);
  const long = new Map<number, bigint>();
  const put = (cell: number, number: unknown): boolean => {
    if (typeof number === 'number' && Number.isSafeInteger(number)) {
      digits[cell] = number;
      return true;
    }
    const decimal = readDecimal(number);
    if (decimal === null) return false;
    digits[cell] = Number(decimal.digits);
    places[cell] = decimal.places;
    if (!Number.isSafeInteger(digits[cell])) long.set(cell, decimal.digits);
    return true;
  };
  const rows = listOf(reader, value, 'fit', judges);
  rows.forEach((row: unknown, judge) => {
    const path = childPath('fit', judge);
    listOf(reader, row, path, proposals).forEach((number: unknown, proposal) => {
      if (!put(proposal * judges + judge, number))
        reader.report(childPath(path, proposal), 'not_number', { places: String(MOST_PLACES) });
    });
  });
  return { digits, places, long };
}

/** The items of a list of a given length; none where it is another. */
function listOf(reader: Reader, value: unknown, path: string, length: number): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    reader.report(path, 'not_list');
    return [];
  }
  if (value.length === length) return value;
  reader.report(path, 'wrong_length', { count: String(length), found: String(value.length) });
  return [];
}
