import type { Competition } from '../../../shared/contract/competitions.ts';
import type { RuleNotice } from '../../../shared/contract/rule-changes.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { settingsSentence } from '../../../shared/funding/by-settings.ts';
import { markup, Markup } from '../../markup.ts';
import { contactPart, phoneLink, fourAnswers, listsPart } from './call-parts.ts';
import { noticesPart } from './call-notices.ts';
import { rubricPart } from './call-rubric.ts';
import { stepsPart } from './call-steps.ts';
import { timeWords } from './dates.ts';
import { pageStyle } from './style.ts';

/** The mark of the product: 平 as a level with two weights at one height. */
const brand = markup`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true"><rect fill="#124c70" width="48" height="48" rx="11"/><path fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" d="M12.5 13h23M8.5 29.5h31M24 13v26.5"/><circle fill="#f2b84b" cx="15.5" cy="21.3" r="3.2"/><circle fill="#f2b84b" cx="32.5" cy="21.3" r="3.2"/></svg>`;

/** The call (征集公告) of a published competition as one page that needs nothing else to be read. */
export function callPage(competition: Competition, notices: readonly RuleNotice[]): Markup {
  const { settings, serverTime } = competition;
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#124c70">
<title>${settings.name}征集公告</title>
<link rel="icon" href="data:,">
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<header class="bar"><span class="brand">${brand}<span>公评</span></span>${mark(settings.mark)}</header>
<main>
<p class="kind">征集公告</p>
<h1>${settings.name}</h1>
<p class="by">主办：${settings.sponsors.map(({ name }) => name).join('、')}<br>承办：${settings.operator.name}</p>
${noticesPart(notices)}
${deadlineCard(competition)}
${fourAnswers(settings)}
${stepsPart(settings.timeline, serverTime)}
${listsPart(settings)}
${rubricPart(settings)}
<section>
<h2>怎么算分、怎么定</h2>
<p>${competition.rulesSentence}</p>
<p>${settingsSentence(settings)}</p>
<p class="hint">规则自公告发布之日起冻结（现为第${competition.rulesVersion}版）。确需更正的，另发更正公告，通知每一个申报主体。</p>
</section>
${contactPart(settings)}
</main>
<footer>${publishedLine(competition)}</footer>
</body>
</html>
`;
}

const mark = (text: string): Markup | null => (text === '' ? null : markup`<span class="tag">${text}</span>`);

/** The date people look for first, and the one button. */
function deadlineCard({ id, settings, serverTime }: Competition): Markup {
  const { deadline } = settings.timeline;
  const apply = `/c/${id}/apply`;
  return serverTime <= deadline
    ? markup`<section class="deadline">
<p>申报截止 <b>${timeWords(deadline)}</b></p>
<a class="button" href="${apply}">我要申报</a>
${askPart(settings.contact)}
</section>`
    : markup`<section class="deadline deadline--over">
<p>申报已于 <b>${timeWords(deadline)}</b> 截止</p>
<p><a href="${apply}">已经申报的，从这里查看进展</a></p>
</section>`;
}

/** The telephone on the first screen: many would rather ask than read. */
const askPart = ({ phone, hours }: Settings['contact']): Markup | null =>
  phone === ''
    ? null
    : markup`<p class="hint">不会填？打电话问 ${phoneLink(phone)}${hours === '' ? '' : `，${hours}`}</p>`;

const publishedLine = ({ publishedAt }: Competition): string =>
  publishedAt === null ? '' : `公告发布：${timeWords(publishedAt)}`;
