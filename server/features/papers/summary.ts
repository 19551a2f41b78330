import type { Result, ResultEntry } from '../../../shared/contract/results.ts';
import type { Rules } from '../../../shared/scoring/index.ts';
import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import { entryNotes, printedScore, useWords } from '../results/words.ts';
import type { PaperHead } from './head.ts';
import type { Paper } from './paper.ts';
import { footLine, signLine } from './parts.ts';
import { tableStyle } from './style-table.ts';
import { beijingTime, chineseDay, ledgerStamp, signatureStamp, unspaced } from './words.ts';

const style = `${tableStyle}
@page { size: A4 landscape; margin: 11mm 10mm 12mm; @bottom-center { content: "第" counter(page) "页，共" counter(pages) "页"; font: 8pt var(--fangsong), serif; } }
body { max-width: 277mm; }
.grid th { height: 5.6mm; font-size: 8.5pt; }
.grid td { height: 7.5mm; font-size: 9pt; }
col.rank { width: 8mm; } col.order { width: 11mm; } col.title { width: 43mm; } col.applicant { width: 36mm; }
col.valid { width: 11mm; } col.score { width: 13mm; } col.note { width: 21mm; }
.grid td.applicant { font-size: 8pt; } .grid td.note, .grid .word { font-size: 7.5pt; }
.grid td.score { font-size: 10pt; font-weight: 600; }
.grid .mark { padding: 0; font-size: 8.5pt; white-space: nowrap; }
.grid .mark small { font-size: 6.5pt; }
.grid .word { padding: 0; white-space: normal; }
`;

/**
 * Summary of scores (PR-3): every judge's total, the dropped ones struck through and marked △ ▽, absences by their
 * kind; title, heads and signature lines on every page.
 * @param corrections how many acts changed a sheet after the lock
 */
export function summaryPaper(
  head: PaperHead,
  result: Result,
  rules: Rules,
  corrections: number,
  printedAt: number,
): Paper {
  const { name, timeline } = head.settings;
  const columns = result.judges.length + 7;
  const meta = [
    `答辩时间：${chineseDay(timeline.defenseDay)}`,
    '△去掉的最高分　▽去掉的最低分',
    ...head.marks,
  ];
  return {
    title: `${name}得分汇总表`,
    style,
    body: markup`<table class="grid">
<colgroup><col class="rank"><col class="order"><col class="title"><col class="applicant"><col class="valid"><col span="${result.judges.length}"><col class="score"><col class="note"></colgroup>
<thead>
<tr><th class="bare" colspan="${columns}"><h1>${name}得分汇总表</h1>
<div class="meta"><span>规则第${result.rulesVersion}版：${unspaced(result.rulesSentence)}</span></div>
<div class="meta">${meta.map((part) => markup`<span>${part}</span>`)}</div></th></tr>
${headings(result)}
</thead>
<tfoot><tr><td class="bare" colspan="${columns}">${signLine('统分人', '复核人', '监督员', '评委组长', '日期')}
${footLine(
  { ...head, marks: [] },
  `第${result.version}版 · ${ledgerStamp(result.ledger)}`,
  corrections === 0 ? '锁定后无修改' : `修改记录${corrections}条（见评审情况报告）`,
  ...signatureStamp(result.signature),
  `打印${beijingTime(printedAt)}`,
)}</td></tr></tfoot>
<tbody>
${result.entries.map((entry) => row(entry, result, rules, head.settings.parties))}</tbody>
</table>`,
  };
}

const headings = ({ judges }: Result): Markup =>
  markup`<tr class="head"><th rowspan="2">名次</th><th rowspan="2">出场<br>顺序号</th><th rowspan="2">项目</th><th rowspan="2">申报主体</th><th rowspan="2">有效<br>评委</th><th colspan="${judges.length}">各席评委打分</th><th rowspan="2">得分</th><th rowspan="2">备注</th></tr>
<tr>${judges.map(({ seat }) => markup`<th class="num">${seat}</th>`)}</tr>`;

function row(
  entry: ResultEntry,
  { judges }: Result,
  rules: Rules,
  parties: PaperHead['settings']['parties'],
): Markup {
  const { rank, order, title, applicantName, valid, score, excluded } = entry;
  const named = markup`<td class="num rank">${rank ?? '—'}</td><td class="num order">${order}</td><td class="left title">${title}</td><td class="left applicant">${applicantName}</td>`;
  if (excluded)
    return markup`<tr>${named}<td class="valid">—</td><td class="left word" colspan="${judges.length}">${entryNotes(entry, parties)}</td><td class="score">—</td><td class="note"></td></tr>
`;
  return markup`<tr>${named}<td class="num valid">${valid}/${judges.length}</td>${judges.map(({ id }) =>
    cell(entry.sheets.find(({ judge }) => judge === id)),
  )}<td class="num score">${printedScore(score, rules)}</td><td class="left note">${unspaced(entryNotes(entry, parties))}</td></tr>
`;
}

function cell(sheet: ResultEntry['sheets'][number] | undefined): Markup {
  if (!sheet) return markup`<td></td>`;
  if (sheet.total === null) return markup`<td class="word">${useWords(sheet.use)}</td>`;
  const sign = { dropped_high: '△', dropped_low: '▽' }[sheet.use];
  return sign
    ? markup`<td class="num mark"><s>${sheet.total}</s><small>${sign}</small></td>`
    : markup`<td class="num mark">${sheet.total}</td>`;
}
