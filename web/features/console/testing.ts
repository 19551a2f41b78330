import type { Console } from '../../../shared/contract/stage.ts';

const titles = ['楼道微花园', '四点半小课堂', '银龄手作坊'];

/** A console of three projects and three judges in the middle of the second defense; for tests. */
export function consoleFixture(over: Partial<Console> = {}): Console {
  return {
    stage: {
      epoch: 'e1',
      seq: 5,
      serverTime: 0,
      session: 'am',
      proposal: 'p2',
      order: 2,
      title: '四点半小课堂',
      applicantName: '',
      phase: 'question',
      endsAt: 300_000,
      remaining: null,
      phaseLength: 300_000,
      next: { order: 3, title: '银龄手作坊', withdrawn: [] },
      hall: 'timer',
      seats: [],
      lockedSessions: [],
      books: 0,
    },
    revision: 7,
    copies: null,
    recovered: null,
    holder: null,
    countersign: 0,
    calls: [],
    sessions: [{ id: 'am', name: '上午场', from: 1, to: 3, locked: false }],
    judges: [1, 2, 3].map((seat) => ({
      id: `j${seat}`,
      name: `评委${seat}`,
      seat,
      lastSeenAt: 0,
      codeLocked: false,
    })),
    rows: titles.map((title, index) => ({
      proposal: `p${index + 1}`,
      order: index + 1,
      session: 'am',
      title,
      applicantName: '',
      community: '',
      status: (['scored', 'on_stage', 'waiting'] as const)[index] ?? 'waiting',
      plannedStart: index * 11 * 60_000,
      cells: index === 0 ? ['sent', 'sent', 'sent'] : ['none', 'draft', 'recused'],
    })),
    ...over,
  };
}
