import type { BlankBook } from '../../shared/contract/judging.ts';
import type { StageSnapshot } from '../../shared/contract/stage.ts';

/** A project on stage and being asked, or nobody. */
export const stageOf = (proposal: string | null, seq: number): StageSnapshot => ({
  epoch: 'e1',
  seq,
  serverTime: 0,
  session: 'am',
  proposal,
  order: 7,
  title: '邻里厨房',
  applicantName: '',
  phase: 'question',
  endsAt: null,
  remaining: null,
  phaseLength: 0,
  next: null,
  hall: 'timer',
  seats: [],
  lockedSessions: [],
  books: 0,
});

/** A book of nobody, with these projects. */
export const blankBook = (...defenses: BlankBook['defenses']): BlankBook => ({
  competition: 'c1',
  epoch: 'e1',
  criteria: [],
  sessions: [],
  lockedSessions: [],
  defenses,
  stage: stageOf(null, 1),
});
