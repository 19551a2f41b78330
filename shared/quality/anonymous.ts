import type { ScorebookFile } from '../scoring/scorebook/types.ts';

/**
 * The scorebook with numbers for judges: no id and no name is left, whatever is computed from it. Judges keep their
 * place in the file, so that a seeded draw of panels is the one anybody gets from the file itself.
 * @param numbers 1…n by judge id
 */
export function withoutNames(file: ScorebookFile, numbers: ReadonlyMap<string, number>): ScorebookFile {
  const numberOf = (judge: string): string => {
    const number = numbers.get(judge);
    if (number === undefined) throw new RangeError('a judge without a number');
    return String(number);
  };
  return {
    ...file,
    judges: file.judges.map(({ id, party }) => ({
      id: numberOf(id),
      ...(party === undefined ? {} : { party }),
    })),
    sheets: file.sheets.map((sheet) => ({ ...sheet, judge: numberOf(sheet.judge) })),
  };
}
