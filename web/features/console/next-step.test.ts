import { describe, expect, it } from 'vitest';
import type { Console } from '../../../shared/contract/stage.ts';
import { missingSheets, nextStep } from './next-step.ts';
import { consoleFixture } from './testing.ts';

const minutes = { present: 5, question: 5, change: 1 };
const inPhase = (phase: Console['stage']['phase']): Console => {
  const console = consoleFixture();
  return { ...console, stage: { ...console.stage, phase } };
};

describe('nextStep', () => {
  it('phase by phase → the button names the next legal step', () => {
    expect(nextStep(inPhase('present'), minutes)?.step).toEqual({ do: 'question' });
    expect(nextStep(inPhase('question'), minutes)?.step).toEqual({ do: 'change' });
    expect(nextStep(inPhase('change'), minutes)?.step).toEqual({ do: 'collect' });
  });

  it('no minutes for changing marks → from questions to collecting', () => {
    expect(nextStep(inPhase('question'), { ...minutes, change: 0 })?.step).toEqual({ do: 'collect' });
  });

  it('collecting → the next project is called in one press', () => {
    expect(nextStep(inPhase('collect'), minutes)).toEqual({
      step: { do: 'call', proposal: 'p3' },
      label: 'callNext',
      order: 2,
      next: 3,
    });
  });

  it('empty stage → the first that waits', () => {
    const console = inPhase('idle');
    const idle = { ...console, stage: { ...console.stage, proposal: null, order: null } };
    expect(nextStep(idle, minutes)).toMatchObject({ step: { do: 'call', proposal: 'p3' }, label: 'call' });
  });

  it('last project, one passed over before → the one passed over', () => {
    const console = inPhase('collect');
    const rows = console.rows.map((row) => ({
      ...row,
      status: row.order === 1 ? ('waiting' as const) : ('scored' as const),
    }));
    expect(nextStep({ ...console, rows }, minutes)?.step).toEqual({ do: 'call', proposal: 'p1' });
  });

  it('nobody waits any more → the last one leaves the stage, then nothing', () => {
    const rows = consoleFixture().rows.map((row) => ({ ...row, status: 'scored' as const }));
    expect(nextStep({ ...inPhase('collect'), rows }, minutes)?.step).toEqual({ do: 'finish' });
    expect(nextStep({ ...inPhase('idle'), rows }, minutes)).toBeNull();
  });
});

describe('missingSheets', () => {
  it('begun and untouched sheets are missing, recused ones are not', () => {
    const [, second] = consoleFixture().rows;
    expect(second && missingSheets(second)).toEqual([0, 1]);
  });
});
