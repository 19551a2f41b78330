import { undertakingLines } from '../../../../shared/panels/undertaking.ts';
import { headedCriteria } from '../../../../shared/panels/rubric.ts';
import type { Criterion } from '../../../../shared/contract/settings.ts';
import { markup } from '../../../markup.ts';
import type { Markup } from '../../../markup.ts';
import { footLine } from '../parts.ts';
import type { Paper } from '../paper.ts';
import { beijingTime, chineseDay, unspaced } from '../words.ts';
import { clock } from './clock.ts';
import type { Preparation } from './data.ts';
import { listStyle } from './style.ts';

const style = `${listStyle}
body { font-size: 12.5pt; line-height: 1.65; }
h1 { font-size: 20pt; }
h2 { font-size: 14pt; }
li { break-inside: avoid; page-break-inside: avoid; }
.grid { margin-top: 1mm; font-size: 11pt; }
.mark { width: 16mm; }
.criterion { margin-top: 2mm; break-inside: avoid; page-break-inside: avoid; }
.criterion b { font-family: var(--hei); font-weight: 400; }
.levels { font-size: 11.5pt; }
`;

/** Judges' handbook (评委手册): when, how to mark, when to recuse, what to do when something fails. In large print. */
export function handbook(data: Preparation): Paper {
  const { settings } = data.head;
  const { timeline } = settings;
  const sessions = timeline.sessions.map(({ name, start, end }) => `${name}${clock(start)}至${clock(end)}`);
  const title = `${settings.name}评委手册`;
  return {
    title,
    style,
    body: markup`<h1>${settings.name}<br>评委手册</h1>
<h2>一、时间地点</h2>
<p>${chineseDay(timeline.defenseDay)}，${timeline.place}；${sessions.join('，')}，请提前半小时到场签到，在平板上试打分一次。</p>
<p>每个项目陈述${timeline.presentMinutes}分钟、答辩${timeline.questionMinutes}分钟、改分${timeline.changeMinutes}分钟。</p>
<h2>二、承诺</h2>
<ol>${undertakingLines.map((line) => markup`<li>${line}</li>`)}</ol>
<h2>三、怎样计分</h2>
<p>${unspaced(data.rule)}</p>
<p>锁定前，别人看不到您打的分；公示不公布每位评委的分数。</p>
<h2>四、评分标准</h2>
${headedCriteria(settings.rubric.criteria, settings.rubric.groups).map(
  ({ criterion, opens }) =>
    markup`${opens.map(
      ({ name }) => markup`<p>【${name}】</p>
`,
    )}${criterionPart(criterion)}`,
)}
<h2>五、怎样打分</h2>
<ol>
<li>平板上先点自己的姓名，输入信封里的4位密码。</li>
<li>控场叫到一个项目，评分表自动打开；先点左边一项，再点右边的分数。打错了直接点新的分数。</li>
<li>各项打完点“核对”，看清楚项目号和总分，再点“提交”。系统不会替您提交。</li>
<li>本场签字以前，自己的分可以改；改动留有记录。</li>
<li>需要回避的，在评分页点“我要回避”，这个项目不打分，也不按零分算。</li>
<li>本场结束，核对打印出来的评分表，签字。</li>
</ol>
<h2>六、断网、断电、平板坏了</h2>
<ol>
<li>断网时照常评分，分数存在平板里，连上以后自动上传。</li>
<li>不要刷新、不要关掉页面。关掉了也不要慌，分数还在。</li>
<li>平板坏了请举手，换一台，或者用桌上的备用评分表手写。</li>
</ol>
${footLine(data.head, settings.shortName, `打印${beijingTime(data.printedAt)}`)}`,
  };
}

function criterionPart({ name, max, guidance, levels }: Criterion): Markup {
  const words = levels.map(({ word, from, to }) => `${word}${from}–${to}`).join('\u3000');
  return markup`<div class="criterion"><b>${name}（${max}分）</b>${guidance.length > 0 ? `：${guidance.join('；')}` : ''}
${words === '' ? null : markup`<br><span class="levels num">${words}</span>`}</div>
`;
}
