import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyStage, nextPhase, takeStep } from './stage-machine.ts';
import type { StageState, StageStep, StepFacts } from './stage-machine.ts';

const minutes = { present: 5, question: 5, change: 1 };
const facts = (now: number, more: Partial<StepFacts> = {}): StepFacts => ({
  now,
  minutes,
  called: { status: 'waiting', sessionLocked: false },
  submitted: 0,
  beforeIsOpen: true,
  ...more,
});

/** Takes steps that must all be legal, one a second. */
function after(...steps: StageStep[]): StageState {
  return steps.reduce((state, step, second) => {
    const outcome = takeStep(state, step, facts(second * 1000));
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.state;
  }, emptyStage('timer'));
}
const takenStep = (state: StageState, step: StageStep): StageState => {
  const outcome = takeStep(state, step, facts(0));
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.state;
};
const reasonOf = (state: StageState, step: StageStep, more: Partial<StepFacts> = {}): string => {
  const outcome = takeStep(state, step, facts(0, more));
  return outcome.ok ? 'legal' : outcome.reason;
};
const call: StageStep = { do: 'call', proposal: 'p1' };

describe('phases', () => {
  test('call, question, change, collect → each with its own clock, none while sheets come in', () => {
    expect(after(call)).toEqual({
      proposal: 'p1',
      phase: 'present',
      endsAt: 300_000,
      remaining: null,
      phaseLength: 300_000,
      hall: 'timer',
      before: null,
    });
    expect(after(call, { do: 'question' })).toMatchObject({ phase: 'question', endsAt: 301_000 });
    expect(after(call, { do: 'question' }, { do: 'change' })).toMatchObject({
      phase: 'change',
      endsAt: 62_000,
      phaseLength: 60_000,
    });
    expect(after(call, { do: 'question' }, { do: 'change' }, { do: 'collect' })).toEqual({
      ...emptyStage('timer'),
      proposal: 'p1',
      phase: 'collect',
    });
  });

  test('phase passed over → refused, naming the next', () => {
    expect(reasonOf(after(call), { do: 'change' })).toBe('现在是陈述，下一步是答辩');
    expect(reasonOf(emptyStage('timer'), { do: 'question' })).toBe('台上没有项目，请先请一个项目上台');
  });

  test('phase of no length → left out', () => {
    expect(nextPhase('present', { ...minutes, question: 0 })).toBe('change');
    expect(nextPhase('question', { ...minutes, change: 0 })).toBe('collect');
    expect(nextPhase('present', { present: 5, question: 0, change: 0 })).toBe('collect');
    expect(nextPhase('collect', minutes)).toBeNull();
  });
});

describe('calling', () => {
  test('while somebody presents, is questioned or changes → refused; while sheets come in → the next is on stage', () => {
    expect(reasonOf(after(call), { do: 'call', proposal: 'p2' })).toBe(
      '台上的项目还在陈述，先收分或请其下台',
    );
    const collecting = after(call, { do: 'question' }, { do: 'change' }, { do: 'collect' });
    const outcome = takeStep(collecting, { do: 'call', proposal: 'p2' }, facts(9000));
    expect(outcome.ok && outcome.statuses).toEqual([
      { proposal: 'p1', status: 'scored' },
      { proposal: 'p2', status: 'on_stage' },
    ]);
  });

  test.each([
    ['not in the order', null, '这个项目不在出场顺序里'],
    ['withdrawn', { status: 'withdrawn' as const, sessionLocked: false }, '这个项目已退出答辩'],
    ['of a locked session', { status: 'scored' as const, sessionLocked: true }, '这个项目的场次已签字锁定'],
  ])('project %s → refused', (_what, called, reason) => {
    expect(reasonOf(emptyStage('timer'), call, { called })).toBe(reason);
  });

  test('called by mistake and sent back while presenting → waits again; later → scored', () => {
    const finish = (state: StageState) => {
      const outcome = takeStep(state, { do: 'finish' }, facts(0));
      return outcome.ok && outcome.statuses;
    };
    expect(finish(after(call))).toEqual([{ proposal: 'p1', status: 'waiting' }]);
    expect(finish(after(call, { do: 'question' }))).toEqual([{ proposal: 'p1', status: 'scored' }]);
    expect(reasonOf(emptyStage('timer'), { do: 'finish' })).toBe('台上没有项目');
  });
});

describe('clock', () => {
  test('paused and resumed → the rest is kept', () => {
    const paused = after(call, { do: 'pause' });
    expect([paused.endsAt, paused.remaining]).toEqual([null, 299_000]);
    const resumed = takeStep(paused, { do: 'resume' }, facts(60_000));
    expect(resumed.ok && resumed.state).toMatchObject({ endsAt: 359_000, remaining: null });
  });

  test('a minute more → from the end, or from now when time is over; paused or running', () => {
    const end = (now: number) => {
      const outcome = takeStep(after(call), { do: 'add_minute' }, facts(now));
      return outcome.ok && outcome.state;
    };
    expect(end(1000)).toMatchObject({ endsAt: 360_000, phaseLength: 360_000 });
    expect(end(400_000)).toMatchObject({ endsAt: 460_000 });
    expect(after(call, { do: 'pause' }, { do: 'add_minute' })).toMatchObject({ remaining: 359_000 });
  });

  test('nothing runs → pausing, resuming and a minute more are refused', () => {
    const idle = emptyStage('timer');
    expect(reasonOf(idle, { do: 'pause' })).toBe('计时没有在走');
    expect(reasonOf(after(call), { do: 'resume' })).toBe('计时没有暂停');
    expect(reasonOf(idle, { do: 'add_minute' })).toBe('现在没有计时');
  });
});

test('what the hall shows → survives every other step', () => {
  expect(after({ do: 'hall', mode: 'progress' }, call, { do: 'finish' }).hall).toBe('progress');
});

test('any steps in any order → one clock at most, and a project exactly while a phase is on', () => {
  const step: fc.Arbitrary<StageStep> = fc.oneof(
    fc.constantFrom('p1', 'p2').map((proposal): StageStep => ({ do: 'call', proposal })),
    fc
      .constantFrom('question', 'change', 'collect', 'finish', 'pause', 'resume', 'add_minute')
      .map((name) => ({ do: name }) as StageStep),
  );
  const length = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(step, fc.nat(200_000)), { maxLength: 30 }),
      fc.record({ present: fc.integer({ min: 1, max: 3 }), question: length, change: length }),
      (taken, lengths) => {
        let state = emptyStage('timer');
        let now = 0;
        for (const [each, wait] of taken) {
          now += wait;
          const outcome = takeStep(state, each, facts(now, { minutes: lengths }));
          if (outcome.ok) ({ state } = outcome);
          expect(state.endsAt === null || state.remaining === null).toBe(true);
          expect(state.proposal === null).toBe(state.phase === 'idle');
          expect(state.remaining ?? 0).toBeGreaterThanOrEqual(0);
          if (state.phase === 'idle' || state.phase === 'collect')
            expect([state.endsAt, state.remaining, state.phaseLength]).toEqual([null, null, 0]);
        }
      },
    ),
  );
});

describe('called by mistake', () => {
  const undo: StageStep = { do: 'undo_call', reason: '叫错了号' };
  const second = after(
    call,
    { do: 'question' },
    { do: 'change' },
    { do: 'collect' },
    { do: 'call', proposal: 'p2' },
  );

  test('no sheet submitted → the one before stands in 收分 again, the other waits; in any phase', () => {
    for (const state of [second, takenStep(second, { do: 'question' })]) {
      const outcome = takeStep(state, undo, facts(0));
      expect(outcome).toEqual({
        ok: true,
        state: { ...emptyStage('timer'), proposal: 'p1', phase: 'collect' },
        statuses: [
          { proposal: 'p2', status: 'waiting' },
          { proposal: 'p1', status: 'on_stage' },
        ],
      });
    }
  });

  test('nobody before, or one who may not stand there any more → an empty stage', () => {
    for (const [state, beforeIsOpen] of [
      [after(call), true],
      [second, false],
    ] as const)
      expect(takeStep(state, undo, facts(0, { beforeIsOpen }))).toMatchObject({
        ok: true,
        state: { proposal: null, phase: 'idle' },
      });
  });

  test('a sheet is in, or the stage is empty → refused', () => {
    expect(reasonOf(second, undo, { submitted: 2 })).toContain('已经交了 2 份评分表');
    expect(reasonOf(emptyStage('timer'), undo)).toBe('台上没有项目');
  });
});
