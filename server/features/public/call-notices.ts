import type { RuleNotice } from '../../../shared/contract/rule-changes.ts';
import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import { timeWords } from './dates.ts';

/** What was changed of the rules since the call was published, newest first; nothing where nothing was. */
export const noticesPart = (notices: readonly RuleNotice[]): Markup | null =>
  notices.length === 0
    ? null
    : markup`<section id="notices" class="notices">
<h2>更正公告</h2>
${notices.map(
  ({ version, kind, at, reason, lines }) => markup`<h3>第${version}版（${timeWords(at)}起）</h3>
<ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>
<p class="hint">${kind === 'corrected' ? `更正原因：${reason}` : '这次变更在评分开始以后，由两人复核后作出，原因写入评审情况报告。'}</p>
`,
)}</section>`;
