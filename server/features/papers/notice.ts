import { formatYuan } from '../../../shared/units.ts';
import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import type { ConfirmedDecision } from '../decisions/funded-list.ts';
import type { PaperHead } from './head.ts';
import type { Paper } from './paper.ts';
import { chineseSpan, ledgerStamp } from './words.ts';

/**
 * Frame of GB/T 9704: 37 mm above (the marks stand in its lower 15), 28 mm at the binding, 156 × 225 mm of text in
 * 22 lines of 28 characters.
 */
const style = `
@page { size: A4; margin: 22mm 26mm 35mm 28mm; }
@page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt var(--song-title), serif; } }
@page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt var(--song-title), serif; } }
body { max-width: 156mm; font-size: 16pt; line-height: 28.95pt; text-align: justify; }
@media screen { body { max-width: 180mm; } }
.page { width: 100%; }
.page + .page { break-before: page; page-break-before: always; }
.page > thead td { height: 15mm; vertical-align: top; text-align: center; font-family: var(--hei); font-size: 12pt; line-height: 16pt; }
.page > tbody > tr { break-inside: auto; page-break-inside: auto; }
.page td { padding: 0; }
h1 { margin-bottom: 28.95pt; font-family: var(--song-title); font-size: 22pt; line-height: 33pt; text-align: center; text-wrap: balance; }
h2 { font-family: var(--hei); font-size: 16pt; line-height: 28.95pt; text-indent: 2em; }
p { text-indent: 2em; }
.gap { margin-top: 28.95pt; }
.right { text-indent: 0; text-align: right; padding-right: 4em; }
.annex { text-indent: 0; font-family: var(--hei); }
.annex + h1 { margin: 6pt 0 14pt; font-size: 20pt; line-height: 30pt; }
.list { width: 100%; border: 1pt solid #000; font-size: 11pt; line-height: 15pt; text-align: center; }
.list th, .list td { height: 7.7mm; padding: 1mm 2mm; border: 0.5pt solid #000; font-weight: 400; }
.list th, .list .sum { font-family: var(--hei); }
.list .left { text-align: left; }
.list .right { padding-right: 2mm; text-align: right; white-space: nowrap; }
.list th:nth-child(1) { width: 14mm; } .list th:nth-child(3) { width: 46mm; }
.list th:nth-child(4) { width: 29mm; } .list th:nth-child(5) { width: 28mm; }
.stamp { margin-top: 4mm; text-indent: 0; font-size: 9pt; line-height: 13pt; }
`;

/**
 * Draft notice of the projects proposed for funding (PR-4). What the settings do not say stays a blank in brackets:
 * no office, document number, meeting or date is invented.
 * @param ledger size and head when the decision was confirmed
 */
export function draftNotice(
  head: PaperHead,
  { decision, result, funded }: ConfirmedDecision,
  ledger: { size: number; head: string },
): Paper {
  const { name, sponsors } = head.settings;
  const title = `关于${name}拟立项名单的公示`;
  const stamp = `结果第${result.version}版 · 拟资助名单第${decision.version}版 · ${ledgerStamp(ledger)}`;
  return {
    title: `${title}（草稿）`,
    style,
    body: markup`${page(
      head,
      markup`<h1>关于${name}<br>拟立项名单的公示</h1>
${opening(name, funded)}
${chapters(head)}
<p class="gap">附件：${name}拟立项名单</p>
<div class="gap together">${sponsors.map((sponsor) => markup`<p class="right">${sponsor.name}</p>`)}
<p class="right">（填写落款日期）</p></div>`,
    )}
${page(
  head,
  markup`<p class="annex">附件</p>
<h1>${name}拟立项名单</h1>
${list(funded)}
<p class="stamp">草稿，仅供内部核对，正式公示时删去本行：${stamp}</p>`,
)}`,
  };
}

/** In quotation marks; those inside become single ones (GB/T 15834). */
const quoted = (title: string): string => `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** A part that begins a page and bears the marks on each of its pages. */
const page = ({ marks }: PaperHead, content: Markup): Markup =>
  markup`<table class="page" role="presentation"><thead><tr><td>${['草稿', ...marks].join(' · ')}</td></tr></thead>
<tbody><tr><td>${content}</td></tr></tbody></table>`;

const opening = (name: string, funded: ConfirmedDecision['funded']): Markup =>
  markup`<p>根据（填写征集公告名称及文号），经公开征集、形式审查、现场答辩评审和（填写集体研究的会议），${quoted(
    funded[0]?.title ?? '',
  )}等${funded.length}个项目拟予立项。现将${name}拟立项名单（见附件）予以公示。</p>`;

function chapters({ settings: { timeline, contact } }: PaperHead): Markup {
  const asked = [contact.office, contact.phone, contact.hours].filter((part) => part !== '').join('，');
  return markup`<h2>一、公示时间</h2>
<p>${chineseSpan(timeline.noticeFrom, timeline.noticeTo)}，共（填写）个工作日。</p>
<h2>二、反映方式</h2>
<p>公示期内，单位和个人对公示内容有异议的，请以书面形式提出，写明事实和理由。以单位名义提出的，加盖公章；以个人名义提出的，签署真实姓名和联系方式。对反映人的信息依法保密。</p>
<h2>三、联系方式</h2>
<p>咨询：${contact.office && contact.phone ? asked : '（填写科室与电话）'}</p>
<p>监督：（填写科室与电话）</p>
<p>地址：（填写地址与邮政编码）</p>`;
}

function list(funded: ConfirmedDecision['funded']): Markup {
  const total = funded.reduce((sum, { amount }) => sum + amount, 0);
  return markup`<table class="list">
<thead><tr><th>序号</th><th>项目名称</th><th>申报主体</th><th>落地社区</th><th>拟资助金额<br>（元）</th></tr></thead>
<tbody>${funded.map(
    ({ title, applicantName, community, amount }, index) =>
      markup`<tr><td class="num">${index + 1}</td><td class="left">${title}</td><td class="left">${applicantName}</td><td>${community || '—'}</td><td class="num right">${formatYuan(amount)}</td></tr>
`,
  )}<tr class="sum"><td colspan="4">合计</td><td class="num right">${formatYuan(total)}</td></tr></tbody>
</table>`;
}
