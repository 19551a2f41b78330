import type { defenseStatuses } from '../contract/defenses.ts';
import type { Phase, StageSnapshot, Step } from '../contract/stage.ts';

/** What the host moves. A running clock has `endsAt` (ms since 1970), a paused one `remaining` (ms), else neither. */
export interface StageState {
  proposal: string | null;
  phase: Phase;
  endsAt: number | null;
  remaining: number | null;
  phaseLength: number;
  hall: StageSnapshot['hall'];
  /** Who stood on stage when the present project was called; null: nobody. */
  before: string | null;
}

/** What moves the stage; which console may do so is decided apart. */
export type StageStep = Exclude<Step, { do: 'take' }>;

type DefenseStatus = (typeof defenseStatuses)[number];

/** What a step is judged by, besides the state. */
export interface StepFacts {
  /** Milliseconds since 1970. */
  now: number;
  minutes: { present: number; question: number; change: number };
  /** The project that `call` names: null if it is not in the order. */
  called: { status: DefenseStatus; sessionLocked: boolean } | null;
  /** Sheets submitted for the project on stage. */
  submitted: number;
  /** Whether the project that stood on stage before may stand there again: not withdrawn, its session open. */
  beforeIsOpen: boolean;
}

/** The new state and the projects whose status changes with it, or why the step is not legal. */
export type StepOutcome =
  | { ok: true; state: StageState; statuses: { proposal: string; status: DefenseStatus }[] }
  | { ok: false; reason: string };

export const phaseWords: Record<Phase, string> = {
  idle: '候场',
  present: '陈述',
  question: '答辩',
  change: '改分',
  collect: '收分',
};

/** The state of an empty stage; what the hall shows stays. */
export const emptyStage = (hall: StageState['hall']): StageState => ({
  proposal: null,
  phase: 'idle',
  endsAt: null,
  remaining: null,
  phaseLength: 0,
  hall,
  before: null,
});

/**
 * The phase after this one: 陈述 → 答辩 → 改分 → 收分, those of no length left out. Null where the next thing is to
 * finish or to call.
 */
export function nextPhase(phase: Phase, minutes: StepFacts['minutes']): Phase | null {
  if (phase === 'idle' || phase === 'collect') return null;
  const phases: Phase[] = ['present', 'question', 'change', 'collect'];
  const ahead = phases.slice(phases.indexOf(phase) + 1);
  return ahead.find((each) => each === 'collect' || lengthOf(each, minutes) > 0) ?? null;
}

/**
 * Decides one step of the host. A project that leaves the stage while it still presents goes back to `waiting`
 * (called by mistake); from then on it leaves as `scored`. Either can be called again until its session is locked.
 */
export function takeStep(state: StageState, step: StageStep, facts: StepFacts): StepOutcome {
  switch (step.do) {
    case 'call':
      return call(state, step.proposal, facts);
    case 'question':
    case 'change':
    case 'collect':
      return enter(state, step.do, facts);
    case 'undo_call':
      return undoCall(state, facts);
    case 'finish':
      if (state.proposal === null) return illegal('台上没有项目');
      return { ok: true, state: emptyStage(state.hall), statuses: leaving(state) };
    case 'pause':
      if (state.endsAt === null) return illegal('计时没有在走');
      return changed({ ...state, endsAt: null, remaining: Math.max(0, state.endsAt - facts.now) });
    case 'resume':
      if (state.remaining === null) return illegal('计时没有暂停');
      return changed({ ...state, endsAt: facts.now + state.remaining, remaining: null });
    case 'add_minute':
      return addMinute(state, facts.now);
    case 'hall':
      return changed({ ...state, hall: step.mode });
  }
}

function call(state: StageState, proposal: string, { now, minutes, called }: StepFacts): StepOutcome {
  if (called === null) return illegal('这个项目不在出场顺序里');
  if (called.status === 'withdrawn') return illegal('这个项目已退出答辩');
  if (called.sessionLocked) return illegal('这个项目的场次已签字锁定');
  if (state.phase !== 'idle' && state.phase !== 'collect')
    return illegal(`台上的项目还在${phaseWords[state.phase]}，先收分或请其下台`);
  const onStage = running(
    { ...emptyStage(state.hall), proposal, before: state.proposal === proposal ? null : state.proposal },
    'present',
    now,
    minutes,
  );
  const left = leaving(state).filter((each) => each.proposal !== proposal);
  return { ok: true, state: onStage, statuses: [...left, { proposal, status: 'on_stage' }] };
}

/** Back to where the host stood before the call: the project before it in 收分, or an empty stage. */
function undoCall(state: StageState, { submitted, beforeIsOpen }: StepFacts): StepOutcome {
  if (state.proposal === null) return illegal('台上没有项目');
  if (submitted > 0)
    return illegal(`台上的项目已经交了 ${submitted} 份评分表，不能当作没叫过；请收分或请其下台`);
  const undone = { proposal: state.proposal, status: 'waiting' as const };
  const empty = emptyStage(state.hall);
  if (state.before === null || !beforeIsOpen) return { ok: true, state: empty, statuses: [undone] };
  return {
    ok: true,
    state: { ...empty, proposal: state.before, phase: 'collect' },
    statuses: [undone, { proposal: state.before, status: 'on_stage' }],
  };
}

function enter(state: StageState, phase: Phase, { now, minutes }: StepFacts): StepOutcome {
  if (state.proposal === null) return illegal('台上没有项目，请先请一个项目上台');
  const next = nextPhase(state.phase, minutes);
  if (phase !== next) {
    const then = next === null ? '请其下台或请下一个项目上台' : phaseWords[next];
    return illegal(`现在是${phaseWords[state.phase]}，下一步是${then}`);
  }
  return changed(running(state, phase, now, minutes));
}

function addMinute(state: StageState, now: number): StepOutcome {
  const phaseLength = state.phaseLength + 60_000;
  if (state.endsAt !== null)
    return changed({ ...state, phaseLength, endsAt: Math.max(state.endsAt, now) + 60_000 });
  if (state.remaining !== null)
    return changed({ ...state, phaseLength, remaining: state.remaining + 60_000 });
  return illegal('现在没有计时');
}

function running(state: StageState, phase: Phase, now: number, minutes: StepFacts['minutes']): StageState {
  const phaseLength = lengthOf(phase, minutes);
  return {
    ...state,
    phase,
    phaseLength,
    remaining: null,
    endsAt: phaseLength > 0 ? now + phaseLength : null,
  };
}

/** Milliseconds; nothing is timed while sheets are collected. */
const lengthOf = (phase: Phase, minutes: StepFacts['minutes']): number =>
  phase === 'idle' || phase === 'collect' ? 0 : minutes[phase] * 60_000;

function leaving({ proposal, phase }: StageState): { proposal: string; status: DefenseStatus }[] {
  if (proposal === null) return [];
  return [{ proposal, status: phase === 'present' ? 'waiting' : 'scored' }];
}

const changed = (state: StageState): StepOutcome => ({ ok: true, state, statuses: [] });
const illegal = (reason: string): StepOutcome => ({ ok: false, reason });
