import { computed, ref } from 'vue';
import type { ComputedRef, Ref } from 'vue';
import type { Marks } from '../../../shared/contract/common.ts';
import type { Sheet } from '../../../shared/contract/judging.ts';
import type { Criterion } from '../../../shared/contract/settings.ts';
import { criteriaOf } from '../../offline/book.ts';
import type { Desk } from './desk.ts';
import { totalOf } from './own-totals.ts';
import type { MarksTotal } from './own-totals.ts';

/** One sheet under the judge's fingers. */
export interface Scoring {
  criteria: ComputedRef<readonly Criterion[]>;
  marks: ComputedRef<Marks>;
  comment: ComputedRef<string>;
  sum: ComputedRef<MarksTotal>;
  /** Index of the criterion on the pad. */
  at: Ref<number>;
  current: ComputedRef<Criterion | undefined>;
  /** Gives the current criterion a mark, or takes it away with null. */
  put: (mark: string | null) => void;
  setComment: (comment: string) => void;
  /** To the next criterion without a mark, going round; stays where all have one. */
  toNextEmpty: () => void;
  step: (by: 1 | -1) => void;
}

/** The marks and comment being worked on: of the correction where there is one, else of the sheet. */
export const contentOf = (
  desk: Desk,
  proposal: string,
  correcting: boolean,
): Pick<Sheet, 'marks' | 'comment'> =>
  (correcting ? desk.correction(proposal) : undefined) ?? desk.sheet(proposal);

/**
 * @param correcting whether a submitted sheet is being changed: then nothing is sent before it is submitted again
 */
export function useScoring(desk: Desk, proposal: string, correcting: () => boolean): Scoring {
  const criteria = computed(() => criteriaOf(desk.book.value, proposal));
  const content = computed(() => contentOf(desk, proposal, correcting()));
  const marks = computed(() => content.value.marks);
  const comment = computed(() => content.value.comment);
  const at = ref(0);
  const current = computed(() => criteria.value[at.value]);

  function change(nextMarks: Marks, nextComment: string): void {
    if (correcting()) void desk.correct(proposal, nextMarks, nextComment);
    else desk.act({ kind: 'save', proposal, marks: nextMarks, comment: nextComment });
  }

  function put(mark: string | null): void {
    const criterion = current.value;
    if (criterion === undefined || marks.value[criterion.id] === (mark ?? undefined)) return;
    const rest = Object.fromEntries(Object.entries(marks.value).filter(([id]) => id !== criterion.id));
    change(mark === null ? rest : { ...rest, [criterion.id]: mark }, comment.value);
  }

  function toNextEmpty(): void {
    const order = criteria.value.map((_, index) => (at.value + 1 + index) % criteria.value.length);
    const empty = order.find((index) => marks.value[criteria.value[index]?.id ?? ''] === undefined);
    if (empty !== undefined) at.value = empty;
  }

  at.value = Math.max(
    0,
    criteria.value.findIndex(({ id }) => marks.value[id] === undefined),
  );

  return {
    criteria,
    marks,
    comment,
    sum: computed(() => totalOf(criteria.value, marks.value)),
    at,
    current,
    put,
    setComment: (text) => change(marks.value, text),
    toNextEmpty,
    step: (by) => (at.value = (at.value + by + criteria.value.length) % criteria.value.length),
  };
}
