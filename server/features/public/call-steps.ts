import type { Settings } from '../../../shared/contract/settings.ts';
import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import { dayWords, endOfDay, monthWords, timeWords } from './dates.ts';

interface CallStep {
  name: string;
  when: string;
  note: string;
  /** ms; after it the step is over. */
  until: number;
}

/** From the call to the end of the projects, the step that is on marked in words. */
export function stepsPart(timeline: Settings['timeline'], now: number): Markup {
  const steps = callSteps(timeline);
  const current = steps.findIndex(({ until }) => now <= until);
  return markup`<section>
<h2>什么时候做什么</h2>
<ol class="steps">
${steps.map(
  ({ name, when, note }, i) =>
    markup`<li${i === current ? markup` class="is-now" aria-current="step"` : null}><b>${name}</b>${i === current ? markup` <span class="tag">现在</span>` : null}<br>${when}${note === '' ? null : markup`<br><span class="hint">${note}</span>`}</li>
`,
)}</ol>
</section>`;
}

function callSteps(t: Settings['timeline']): CallStep[] {
  const minutes = `每个项目陈述${t.presentMinutes}分钟、答辩${t.questionMinutes}分钟`;
  return [
    {
      name: '申报',
      when: `${timeWords(t.callOpens)}至${timeWords(t.deadline)}`,
      note: '',
      until: t.deadline,
    },
    {
      name: '形式审查和补正',
      when: `补正：${timeWords(t.correctionFrom)}至${timeWords(t.correctionTo)}`,
      note: '只补正标出的栏目',
      until: t.correctionTo,
    },
    { name: '抽签', when: timeWords(t.drawAt), note: '', until: t.drawAt },
    {
      name: '现场评审答辩',
      when: dayWords(t.defenseDay),
      note: t.place === '' ? minutes : `${t.place}，${minutes}`,
      until: endOfDay(t.defenseDay),
    },
    {
      name: '拟立项公示',
      when: `${dayWords(t.noticeFrom)}至${dayWords(t.noticeTo)}`,
      note: '',
      until: endOfDay(t.noticeTo),
    },
    {
      name: '项目实施',
      when: `${monthWords(t.projectFrom)}至${monthWords(t.projectTo)}`,
      note: '',
      until: Number.POSITIVE_INFINITY,
    },
  ];
}
