import type { ResultEntry } from '../../../shared/contract/results.ts';
import type {
  CombineStep,
  RoundStep,
  Step,
  TieStep,
  TrimStep,
  ValuesStep,
} from '../../../shared/scoring/index.ts';

/** The parts of a derivation that a drawer shows one below the other; null where the rule has no such step. */
export interface Derivation {
  values: ValuesStep | null;
  trim: TrimStep | null;
  combine: CombineStep | null;
  round: RoundStep | null;
  ties: TieStep[];
  /** Whether these parts tell all of it: a rule with several panels or stages needs the words. */
  isWhole: boolean;
}

const shown = new Set(['values', 'trim', 'combine', 'round', 'tie', 'quorum']);

/** Sorts the steps of an entry as the scoring core gives them. */
export function derivationOf(entry: ResultEntry): Derivation {
  const steps = entry.steps as Step[]; // The contract carries them as they are; the core's types describe them.
  const all = <K extends Step['step']>(kind: K) =>
    steps.filter((step): step is Extract<Step, { step: K }> => step.step === kind);
  const [values = null] = all('values');
  const [trim = null] = all('trim');
  const [combine = null] = all('combine');
  const [round = null] = all('round');
  const isWhole = steps.every((step) => shown.has(step.step)) && all('combine').length <= 1;
  return { values, trim, combine, round, ties: all('tie'), isWhole };
}

/** The marks that were added, least first, as one line: `84 + 84 + 85`. */
export function addedMarks({ values, trim }: Derivation): string {
  const dropped = [...(trim?.applied ? [...trim.high, ...trim.low] : [])].map((one) => one.judge);
  const kept = (values?.values ?? []).filter((one) => !dropped.includes(one.judge));
  return kept
    .map((one) => one.value)
    .sort((a, b) => Number(a) - Number(b))
    .join(' + ');
}

/** The marks for the drawing, each with whether it was dropped. */
export function plottedMarks({ values, trim }: Derivation): { mark: string; dropped: boolean }[] {
  const dropped = new Set([...(trim?.applied ? [...trim.high, ...trim.low] : [])].map((one) => one.judge));
  return (values?.values ?? []).map(({ judge, value }) => ({ mark: value, dropped: dropped.has(judge) }));
}
