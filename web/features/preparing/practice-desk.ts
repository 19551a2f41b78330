import { computed, ref, shallowRef } from 'vue';
import type { Marks } from '../../../shared/contract/common.ts';
import type { JudgingBook } from '../../../shared/contract/judging.ts';
import { emptySheet } from '../../offline/book.ts';
import type { Correction } from '../../offline/database.ts';
import type { Desk } from '../judging/desk.ts';

/** The project of the practice sheet; no proposal has this id. */
export const practiceProposal = 'practice';

/**
 * A desk to try the pad on (试打分): the rubric is the real one, the sheet lies in this page's memory alone. It has no
 * way to the outbox, to the device's storage or to the server, and is gone when the page is left.
 */
export function createPracticeDesk(real: Desk, title: string, applicantName: string): Desk {
  const content = ref<Pick<Correction, 'marks' | 'comment'>>({ marks: {}, comment: '' });
  const own = real.book.value;
  const book: JudgingBook | null = own && {
    ...own,
    lockedSessions: [],
    defenses: [
      {
        proposal: practiceProposal,
        order: 0,
        session: own.sessions[0]?.id ?? '',
        title,
        applicantName,
        withdrawn: false,
      },
    ],
    sheets: [],
  };
  const put = (marks: Marks, comment: string) => void (content.value = { marks, comment });
  const nothing = () => Promise.resolve();

  return {
    judge: real.judge,
    shared: real.shared,
    mark: real.mark,
    book: shallowRef(book),
    queue: shallowRef([]),
    stage: real.stage,
    fault: ref(null),
    save: computed(() => ({ kind: 'server' as const, at: null })),
    needsCode: computed(() => false),
    revoked: computed(() => false),
    conflicts: computed(() => []),
    sheet: (proposal) => ({
      server: emptySheet(proposal),
      ...content.value,
      pending: null,
      head: { base: 0, after: null },
    }),
    correction: (proposal) => ({ judge: real.judge, proposal, ...content.value }),
    act: (act) => {
      if (act.kind === 'save') put(act.marks, act.comment);
    },
    correct: (_proposal, marks, comment) => Promise.resolve(put(marks, comment)),
    endCorrection: nothing,
    resolve: nothing,
    dismiss: nothing,
    refresh: nothing,
  };
}
