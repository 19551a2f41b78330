import { greatestCommonDivisor } from '../../../scoring/numbers/rational.ts';

/** Decimals as they stand in a file, one a cell: `digits` / 10^`places`. */
export interface FitDigits {
  readonly digits: Float64Array;
  readonly places: Uint8Array;
  /** The digits of cells that a double does not hold exactly, by cell. */
  readonly long: ReadonlyMap<number, bigint>;
}

/**
 * How well each judge fits each proposal, as whole numbers of one step, the greatest common step of all values. Cell
 * (proposal p, judge j) stands at p × judges + j.
 */
export interface FitTable {
  /** Whole numbers for search in floating point: steps, or where those grow too long, nearest multiples of `coarse`. */
  readonly units: Float64Array;
  /** Steps in one of `units`; 1n: `units` are exact. */
  readonly coarse: bigint;
  /** Exact steps where `units` are not; null where they are. */
  readonly steps: readonly bigint[] | null;
  /** One step is `stepDigits` / 10^`places`. */
  readonly stepDigits: bigint;
  readonly places: number;
}

/**
 * Scales decimals to whole numbers without rounding.
 * @param most greatest absolute value with which sums along a path of the network still fit a double exactly
 */
export function fitTable(cells: FitDigits, most: number): FitTable {
  const places = cells.places.reduce((greatest, own) => Math.max(greatest, own), 0);
  const short = shortSteps(cells, places);
  if (short !== null) {
    const common = short.reduce(commonNumber, 0) || 1;
    const units = short.map((value) => value / common);
    if (greatestOf(units) <= most)
      return { units, coarse: 1n, steps: null, stepDigits: BigInt(common), places };
  }
  return longTable(cells, places, most);
}

/** The exact value of a cell in steps. */
export function stepsAt({ units, steps }: FitTable, cell: number): bigint {
  return steps === null ? BigInt(units[cell] ?? 0) : (steps[cell] ?? 0n);
}

/** A number of steps as a plain decimal without trailing zeros. */
export function stepsText({ stepDigits, places }: FitTable, steps: bigint): string {
  const value = steps * stepDigits;
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Every cell times 10^`places` where a double holds all of them exactly; null elsewhere. */
function shortSteps({ digits, places: own, long }: FitDigits, places: number): Float64Array | null {
  if (long.size > 0 || places > 15) return null;
  const values = digits.map((value, cell) => value * 10 ** (places - (own[cell] ?? 0)));
  return values.every(Number.isSafeInteger) ? values : null;
}

function longTable({ digits, places: own, long }: FitDigits, places: number, most: number): FitTable {
  const values = Array.from(
    digits,
    (value, cell) => (long.get(cell) ?? BigInt(value)) * 10n ** BigInt(places - (own[cell] ?? 0)),
  );
  const stepDigits = values.reduce(greatestCommonDivisor, 0n) || 1n;
  const steps = values.map((value) => value / stepDigits);
  const excess = greatestOf(Float64Array.from(steps, Number)) / most;
  const coarse = 10n ** BigInt(Math.max(0, Math.ceil(Math.log10(excess))));
  const units = Float64Array.from(steps, (value) => Number(rounded(value, coarse)));
  return { units, coarse, steps: coarse === 1n ? null : steps, stepDigits, places };
}

const greatestOf = (values: Float64Array): number =>
  values.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0);

function commonNumber(a: number, b: number): number {
  if (a === 1) return 1;
  let [x, y] = [a, Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** The nearest multiple, in units; halves away from zero. */
function rounded(value: bigint, unit: bigint): bigint {
  return (2n * value + (value < 0n ? -unit : unit)) / (2n * unit);
}
