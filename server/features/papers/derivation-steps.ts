import type { Names, Step, StepPlace, TrimStep, ValuesStep } from '../../../shared/scoring/index.ts';
import { ABSENCE_WORDS, calculatorText, stepLine } from '../../../shared/scoring/index.ts';
import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import { unspaced } from './words.ts';

/** How the steps of a paper call things, and to which party a judge belongs. */
export interface StepNames extends Names {
  readonly partyOf: (judge: string) => string | undefined;
}

/**
 * The steps of a derivation, one numbered line each, so that a pocket calculator can follow: what is added is written
 * out, what was dropped stands struck through. Sheet totals stand in a table of their own; ties are told apart.
 */
export function stepLines(steps: readonly Step[], names: StepNames): Markup[] {
  return steps.flatMap((step) => {
    if (step.step === 'tie') return [];
    if (step.step === 'values') return [item(valuesWords(step, droppedBy(steps, step), names))];
    // A judge and a mark stay apart.
    if (step.step === 'trim') return [item(stepLine(step, names))];
    if (step.step === 'round') {
      const from = calculatorText(step.from);
      return [item(unspaced(stepLine({ ...step, from }, names)))];
    }
    if (step.step !== 'combine') return [item(unspaced(stepLine(step, names)))];
    const added = addends(steps, step).filter(
      ({ judge }) => step.party === undefined || names.partyOf(judge) === step.party,
    );
    const sum = added.map(({ value }) => value);
    if (step.by === 'median') return [item(unspaced(stepLine(step, names)))];
    const place = placeWords(step, names);
    const division =
      step.by === 'mean'
        ? markup`<br>${step.sum} ÷ ${step.divisor} = <b>${calculatorText(step.value)}</b>`
        : null;
    return [
      item(markup`${place}<span class="num">${sum.join(' + ')} = <b>${step.sum}</b>${division}</span>`),
    ];
  });
}

const item = (words: Markup | string): Markup => markup`<li>${words}</li>
`;

const samePlace = (a: StepPlace, b: StepPlace): boolean => a.stage === b.stage && a.criterion === b.criterion;

/** Judges whose value the trims of this place drop, with the sign of the end they stood at. */
function droppedBy(steps: readonly Step[], place: StepPlace): ReadonlyMap<string, string> {
  const trims = steps.filter(
    (step): step is TrimStep => step.step === 'trim' && step.applied && samePlace(step, place),
  );
  return new Map(
    trims.flatMap(({ high, low }) => [
      ...high.map(({ judge }) => [judge, '△'] as const),
      ...low.map(({ judge }) => [judge, '▽'] as const),
    ]),
  );
}

/** The values of this place that no trim dropped. */
function addends(steps: readonly Step[], place: StepPlace): ValuesStep['values'] {
  const values = steps.find((step): step is ValuesStep => step.step === 'values' && samePlace(step, place));
  const dropped = droppedBy(steps, place);
  return (values?.values ?? []).filter(({ judge }) => !dropped.has(judge));
}

function valuesWords(step: ValuesStep, dropped: ReadonlyMap<string, string>, names: StepNames): Markup {
  const absent = step.absent.map(({ judge, reason }) => `${names.judge(judge)}（${ABSENCE_WORDS[reason]}）`);
  const without = absent.length === 0 ? '' : `，未评${absent.length}位：${absent.join('、')}`;
  const valid = markup`${placeWords(step, names)}有效${step.valid}位${without}。`;
  if (step.of === 'sheet') return valid;
  const marks = step.values.map(({ judge, value }) => {
    const sign = dropped.get(judge);
    return sign ? markup`<s>${value}</s>${sign} ` : markup`${value} `;
  });
  return markup`${valid}<span class="num">${marks}</span>`;
}

function placeWords({ stage, criterion, party }: StepPlace, names: Names): string {
  const parts = [
    stage,
    criterion === undefined ? undefined : names.criterion(criterion),
    party === undefined ? undefined : names.party(party),
  ];
  const words = parts.filter((part) => part !== undefined);
  return words.length === 0 ? '' : `【${words.join('·')}】`;
}
