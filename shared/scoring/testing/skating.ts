import type { ScorebookFile } from '../scorebook/types.ts';

/** One performance of the public table: criteria with factor, a mark per judge (null or 0.0: absent), the mean. */
export type Performance = {
  readonly id: string;
  readonly official_components: string;
  readonly components: readonly {
    readonly criterion: string;
    readonly factor: string;
    readonly marks: readonly (string | null)[];
    readonly official_mean: string;
  }[];
};

/** The rule of the International Skating Union for programme components, as a scorebook of one performance. */
export function skatingBook({ id, components }: Performance): ScorebookFile {
  const judges = components[0]?.marks.map((_, j) => ({ id: `j${j + 1}` })) ?? [];
  const present = (mark: string | null | undefined): string | null =>
    mark == null || Number(mark) === 0 ? null : mark;
  return {
    format: 'scorebook/1',
    criteria: components.map(({ criterion, factor }) => ({ id: criterion, factor, max: '10', step: '0.25' })),
    judges,
    entries: [{ id }],
    sheets: judges.map((judge, j) => ({
      judge: judge.id,
      entry: id,
      marks: Object.fromEntries(components.map(({ criterion, marks }) => [criterion, present(marks[j])])),
    })),
    rules: {
      unit: 'criterion',
      combine: 'mean',
      trim: { high: 1, low: 1, min_valid: 3 },
      round: [
        { at: 'mean', dp: 2, mode: 'half_up' },
        { at: 'factor', dp: 2, mode: 'half_up' },
      ],
    },
  };
}
