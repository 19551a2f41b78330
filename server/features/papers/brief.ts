import type { Result, ResultEntry } from '../../../shared/contract/results.ts';
import { formatYuan } from '../../../shared/units.ts';
import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import type { PaperHead } from './head.ts';
import type { Paper } from './paper.ts';
import { footLine } from './parts.ts';
import { tableStyle } from './style-table.ts';
import { beijingTime, chineseDay, ledgerStamp } from './words.ts';

const style = `${tableStyle}
@page { size: A4; margin: 22mm 24mm 16mm; }
body { max-width: 162mm; font-size: 14pt; line-height: 1.75; text-align: justify; }
h1 { margin-bottom: 4mm; font-size: 21pt; text-wrap: balance; }
p { text-indent: 2em; }
.grid { margin: 4mm 0.3mm; font-size: 12pt; }
.grid th, .grid td { height: 8.5mm; }
.photos { display: flex; justify-content: space-between; }
.photos div { display: flex; align-items: center; justify-content: center; width: 48.5%; height: 52mm; border: 0.5pt dashed #000; font-size: 11pt; }
`;

/** Amounts in fen by proposal, of a decision that two people have confirmed. */
export type Amounts = ReadonlyMap<string, number>;

/**
 * The same evening's report to the leaders (大赛情况专报): half a page of text, one table, room for two photographs.
 * Without scores of anybody; before the list is confirmed without projects and amounts proposed.
 */
export function brief(head: PaperHead, result: Result, amounts: Amounts | null, printedAt: number): Paper {
  const { settings } = head;
  const { timeline, sponsors, operator } = settings;
  const title = `${settings.name}情况专报`;
  const withdrawn = result.entries.filter(({ excluded }) => excluded !== null).length;
  const { expected, marked, recused, absent } = result.counts;
  return {
    title,
    style,
    body: markup`<h1>${settings.name}<br>情况专报</h1>
<p>${chineseDay(timeline.defenseDay)}，${settings.name}现场答辩评审在${timeline.place}举行。大赛由${sponsors
      .map(({ name }) => name)
      .join(
        '、',
      )}主办，${operator.name}承办。列入答辩的项目${result.entries.length}个，${withdrawn > 0 ? `其中${withdrawn}个退出，` : ''}参加评审${result.entries.length - withdrawn}个；评委${result.judges.length}位，现场独立打分。</p>
<p>应有评分表${expected}份，收回有分的${marked}份，回避${recused}份，未评${absent}份，未评均注明原因。全部评分和改动留有记录，可逐份核对。${
      amounts === null
        ? '拟立项名单按规定程序研究后另报。'
        : `按公布的规则，拟立项${amounts.size}个，拟资助${formatYuan(sum(amounts.values()))}元，名单待集体研究并公示。`
    }</p>
${table(settings.tracks, result.entries, amounts)}
<div class="photos together"><div>（贴现场照片）</div><div>（贴现场照片）</div></div>
${footLine(head, `结果第${result.version}版 · ${ledgerStamp(result.ledger)}`, `打印${beijingTime(printedAt)}`)}`,
  };
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

function table(
  tracks: readonly { id: string; name: string }[],
  entries: readonly ResultEntry[],
  amounts: Amounts | null,
): Markup {
  const judged = entries.filter(({ excluded }) => excluded === null);
  const row = (name: string, own: readonly ResultEntry[]) => {
    const funded = own.flatMap(({ proposal }) => amounts?.get(proposal) ?? []);
    const asked = sum(own.map(({ requested }) => requested));
    const given =
      amounts === null
        ? markup`<td></td><td></td>`
        : markup`<td class="num">${funded.length}</td><td class="num">${formatYuan(sum(funded))}</td>`;
    return markup`<tr><td class="left">${name}</td><td class="num">${own.length}</td><td class="num">${formatYuan(asked)}</td>${given}</tr>
`;
  };
  const known = new Set(tracks.map(({ id }) => id));
  const kinds = [
    ...tracks.map(({ id, name }) => ({ name, own: judged.filter(({ trackId }) => trackId === id) })),
    { name: '未分类', own: judged.filter(({ trackId }) => trackId === null || !known.has(trackId)) },
  ].filter(({ own }) => own.length > 0);
  return markup`<table class="grid">
<thead><tr class="head"><th>项目类别</th><th>参加评审<br>（个）</th><th>申请资助<br>（元）</th><th>拟立项<br>（个）</th><th>拟资助<br>（元）</th></tr></thead>
<tbody>${kinds.map(({ name, own }) => row(name, own))}${row('合计', judged)}</tbody></table>`;
}
