import type { Result } from '../../../shared/contract/results.ts';
import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import type { PaperHead } from './head.ts';
import type { Paper } from './paper.ts';
import { footLine, signLine } from './parts.ts';
import { additionPart } from './report-additions.ts';
import { absencePart, correctionPart, recusalPart, tiePart, withdrawalPart } from './report-exceptions.ts';
import type { Told } from './report-exceptions.ts';
import { ruleChangePart, ruleVersion } from './report-rules.ts';
import { tableStyle } from './style-table.ts';
import { beijingTime, chineseDay, ledgerStamp, signatureStamp, unspaced } from './words.ts';

const style = `${tableStyle}
@page { size: A4; margin: 20mm 22mm 18mm; @bottom-center { content: "第" counter(page) "页，共" counter(pages) "页"; font: 9pt var(--fangsong), serif; } }
body { max-width: 166mm; font-size: 12pt; line-height: 1.75; text-align: justify; }
.frame { width: 100%; }
.frame > tbody > tr { break-inside: auto; page-break-inside: auto; }
.frame > thead td { padding-bottom: 3mm; font-size: 9pt; text-align: center; }
h1 { margin-bottom: 4mm; font-size: 20pt; text-wrap: balance; }
h2 { margin-top: 3mm; font-family: var(--hei); font-size: 13pt; break-after: avoid; page-break-after: avoid; }
h3 { margin: 1.5mm 0 0; font-family: var(--kai); font-weight: 400; font-size: 12.5pt; break-after: avoid; page-break-after: avoid; }
.frame p { text-indent: 2em; }
ol { margin: 0; padding-left: 2.2em; }
.grid { margin: 1mm 0.3mm; font-size: 10.5pt; }
.grid th, .grid td { padding: 1mm 2mm; text-indent: 0; }
col.judge { width: 44mm; } col.orders { width: 52mm; }
.names { display: flex; flex-wrap: wrap; margin-top: 3mm; }
.names div { display: flex; align-items: flex-end; width: 33.3%; height: 13mm; padding-right: 4mm; font-size: 10.5pt; break-inside: avoid; page-break-inside: avoid; }
.names span { white-space: nowrap; padding-right: 1mm; }
.names i { flex: 1; border-bottom: 0.75pt solid #000; }
.sign { font-size: 10.5pt; } .sign i { margin-right: 2mm; }
`;

/** Review report (评审情况报告): what was done by which rule, and every exception, signed by all judges. */
export function reviewReport(head: PaperHead, told: Told, printedAt: number): Paper {
  const { name } = head.settings;
  const { result } = told;
  const title = `${name}评审情况报告`;
  return {
    title,
    style,
    body: markup`<table class="frame" role="presentation">
<thead><tr><td>${head.marks.join(' · ')}</td></tr></thead>
<tfoot><tr><td>${footLine(
      { ...head, marks: [] },
      `结果第${result.version}版 · ${ledgerStamp(result.ledger)}`,
      ...signatureStamp(result.signature),
      `打印${beijingTime(printedAt)}`,
    )}</td></tr></tfoot>
<tbody><tr><td>
<h1>${name}<br>评审情况报告</h1>
<h2>一、基本情况</h2>
${basics(head, told)}
<h2>二、评委组</h2>
${panel(head, told)}
<h2>三、计分规则</h2>
<p>第${result.rulesVersion}版，${ruleVersion(told)}：${unspaced(result.rulesSentence)}</p>
<h2>四、特殊情况</h2>
<h3>（一）回避</h3>${recusalPart(told)}
<h3>（二）未评</h3>${absencePart(told)}
<h3>（三）退出答辩</h3>${withdrawalPart(told)}
<h3>（四）同分的处理</h3>${tiePart(told)}
<h3>（五）评分表的修改</h3>${correctionPart(told)}
<h3>（六）规则的变更</h3>${ruleChangePart(told)}
${additionPart(told)}
<h2>五、评审结果</h2>
${outcome(result)}
<h2>六、组织实施</h2>
${operators(head)}
<h2>七、签名</h2>
<p>以上情况属实。</p>
<div class="names">${told.day.judges.map(
      ({ profile }) => markup`<div><span>${profile.seat}号席${profile.name}</span><i></i></div>`,
    )}</div>
<div class="together">${signLine('统分人', '复核人', '监督员', '评委组长', '日期')}</div>
</td></tr></tbody></table>`,
  };
}

function basics({ settings }: PaperHead, { day, result: { counts } }: Told): Markup {
  const { timeline, sponsors, operator, name } = settings;
  const withdrawn = day.projects.filter((project) => project.withdrawn !== null).length;
  const sessions = timeline.sessions
    .map(
      ({ name: session, start, end }) =>
        `${session}${beijingTime(start).slice(11)}至${beijingTime(end).slice(11)}`,
    )
    .join('，');
  return markup`<p>${chineseDay(timeline.defenseDay)}，${name}在${timeline.place}进行现场答辩评审（${sessions}）。主办方：${sponsors
    .map((sponsor) => sponsor.name)
    .join('、')}；承办方：${operator.name}。</p>
<p>列入出场顺序的项目${day.projects.length}个，退出答辩${withdrawn}个，参加评审${day.projects.length - withdrawn}个。应有评分表${counts.expected}份，收回有分的${counts.marked}份，回避${counts.recused}份，未评${counts.absent}份。</p>`;
}

function panel({ settings }: PaperHead, { day }: Told): Markup {
  const parties = settings.parties
    .map(({ id, name }) => ({ name, seats: day.judges.filter(({ profile }) => profile.party === id).length }))
    .filter(({ seats }) => seats > 0);
  const head = day.judges.find(({ profile }) => profile.head);
  return markup`<p>评委${day.judges.length}位，来自${parties.length}方：${parties
    .map(({ name, seats }) => `${name}${seats}位`)
    .join('，')}。评委组长：${head ? `${head.profile.seat}号席${head.profile.name}` : '（填写）'}。</p>`;
}

function outcome({ entries, version, ledger }: Result): Markup {
  const ranked = entries.filter(({ rank }) => rank !== null);
  const names = (flag: string) =>
    ranked.filter(({ flags }) => flags.includes(flag)).map(({ order, title }) => `${order}号《${title}》`);
  const below = names('below_line');
  const untrimmed = names('not_trimmed');
  const unscored = entries.filter(({ flags }) => flags.includes('below_quorum'));
  return markup`<p>参加排名的项目${ranked.length}个，名次和得分见得分汇总表（结果第${version}版，操作留痕${ledger.size}条）。${
    below.length > 0 ? `低于合格线的${below.length}个：${below.join('、')}。` : '没有项目低于合格线。'
  }${untrimmed.length > 0 ? `有效评委较少、未去最高最低分的${untrimmed.length}个：${untrimmed.join('、')}。` : ''}${
    unscored.length > 0
      ? `有效评委不足、未计分的${unscored.length}个：${unscored.map(({ order, title }) => `${order}号《${title}》`).join('、')}，由评委组另行决定。`
      : ''
  }</p>`;
}

function operators({ officers }: PaperHead): Markup {
  const people = [
    ['主办方经办人', officers('sponsor')],
    ['承办方经办人', officers('operator')],
    ['统分人', officers('tally_clerk')],
    ['控场', officers('host')],
    ['监督员', officers('supervisor')],
  ] as const;
  return markup`<p>${people
    .map(([role, names]) => `${role}：${names.length > 0 ? names.join('、') : '未设'}`)
    .join('；')}。</p>`;
}
