import fc from 'fast-check';
import { parseAssignment } from '../file/parse.ts';
import type { AssignmentProblem } from '../model/problem.ts';

/** An `assignment/1` as its JSON is. */
export interface AssignmentFile {
  format: 'assignment/1';
  judges: { id: string; min: number; max: number; attributes: string[] }[];
  proposals: { id: string; judges: number }[];
  fit: (number | string)[][];
  conflicts: { judge: string; proposal: string }[];
  quotas: { attribute: string; min: number }[];
  objective: 'total' | 'fair';
}

/** How the quotas of random files lie to each other. */
export type QuotaKind = 'none' | 'disjoint' | 'overlapping';

const shortValues: readonly fc.Arbitrary<number | string>[] = [
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: -5, max: 20 }),
  fc.integer({ min: 0, max: 99 }).map((tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`),
];
const longValues = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => (value < 1e-30 ? 0 : value));

/** How many digits the fits of random files have: as people write them, or all that a double has. */
export type FitKind = 'short' | 'long';

/** Small random files, some without an answer. */
export function randomFile(
  kinds: readonly QuotaKind[],
  objective: 'total' | 'fair',
  fits: FitKind = 'short',
): fc.Arbitrary<AssignmentFile> {
  const values = fits === 'short' ? shortValues : [longValues];
  const size = fc.record({
    proposals: fc.integer({ min: 1, max: 4 }),
    judges: fc.integer({ min: 2, max: 5 }),
    fit: fc.integer({ min: 0, max: values.length - 1 }),
    quota: fc.constantFrom(...kinds),
  });
  return size.chain(({ proposals, judges, fit, quota }) => {
    const attributes = fc.subarray(['a', 'b'], quota === 'overlapping' ? {} : { maxLength: 1 });
    return fc.record({
      format: fc.constant('assignment/1' as const),
      judges: fc
        .array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: proposals }), attributes), {
          minLength: judges,
          maxLength: judges,
        })
        .map((rows) =>
          rows.map(([min, more, held], index) => ({
            id: `j${index + 1}`,
            min: Math.max(0, min - 1),
            max: Math.max(0, min - 1) + more,
            attributes: held,
          })),
        ),
      proposals: fc
        .array(fc.integer({ min: 1, max: Math.min(3, judges) }), {
          minLength: proposals,
          maxLength: proposals,
        })
        .map((needs) => needs.map((need, index) => ({ id: `p${index + 1}`, judges: need }))),
      fit: fc.array(fc.array(values[fit] ?? fc.constant(0), { minLength: proposals, maxLength: proposals }), {
        minLength: judges,
        maxLength: judges,
      }),
      conflicts: fc
        .uniqueArray(fc.tuple(fc.integer({ min: 1, max: judges }), fc.integer({ min: 1, max: proposals })), {
          maxLength: 4,
          selector: String,
        })
        .map((pairs) => pairs.map(([judge, proposal]) => ({ judge: `j${judge}`, proposal: `p${proposal}` }))),
      quotas:
        quota === 'none'
          ? fc.constant([])
          : fc
              .subarray(['a', 'b'])
              .chain((names) =>
                fc.tuple(
                  ...names.map((attribute) =>
                    fc.record({ attribute: fc.constant(attribute), min: fc.integer({ min: 0, max: 2 }) }),
                  ),
                ),
              ),
      objective: fc.constant(objective),
    });
  });
}

/** The problem of a file that must be right. */
export function problemOf(file: AssignmentFile): AssignmentProblem {
  const parsed = parseAssignment(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.problem;
}
