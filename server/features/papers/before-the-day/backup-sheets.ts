import type { Session } from '../../../../shared/contract/settings.ts';
import { sheetForm, sheetHead } from '../../../../shared/panels/sheet-head.ts';
import { markup } from '../../../markup.ts';
import type { Markup } from '../../../markup.ts';
import type { DayJudge } from '../../results/record-of-day.ts';
import { sheetHeadings, sheetStyles } from '../judge-sheets.ts';
import { footLine, signLine } from '../parts.ts';
import type { Paper } from '../paper.ts';
import { beijingTime } from '../words.ts';
import type { Preparation } from './data.ts';

/**
 * Backup sheets (备用评分表), one for each judge and session, like the sheet to be signed but empty: when a tablet
 * fails the judge goes on by hand, and a clerk keys each line against the total written in it.
 */
export function backupSheets(data: Preparation): Paper {
  const { settings } = data.head;
  const { sessions } = settings.timeline;
  const form = sheetForm(settings.rubric.criteria.length);
  return {
    title: `${settings.name}备用评分表`,
    style: sheetStyles[form],
    body: markup`${data.judges.flatMap((judge) => sessions.map((session) => sheet(data, judge, session, form === 'narrow')))}`,
  };
}

function sheet(data: Preparation, { id, profile }: DayJudge, session: Session, isNarrow: boolean): Markup {
  const { settings } = data.head;
  const { criteria, groups } = settings.rubric;
  const columns = criteria.length + 4;
  const [first = [], ...below] = sheetHead(criteria, groups);
  const rows = below.length + 1;
  const recused = new Set(
    data.recusals
      .filter(({ judge, kind }) => judge === id && kind === 'must')
      .map(({ proposal }) => proposal),
  );
  const own = data.order.filter((one) => one.session === session.id);
  const lines = own.map(({ proposal, order, title, status }) => {
    const why = status === 'withdrawn' ? '退出答辩' : recused.has(proposal) ? '回避' : '';
    const cells =
      why === ''
        ? markup`${criteria.map(() => markup`<td></td>`)}<td></td>`
        : markup`<td colspan="${criteria.length}">${why}</td><td>—</td>`;
    return markup`<tr><td class="num">${order}</td><td class="left">${title}</td>${cells}<td></td></tr>
`;
  });
  return markup`<section class="sheet">
<table class="grid">
<colgroup><col class="order"><col class="title"><col span="${criteria.length}" class="mark"><col class="total"><col class="note"></colgroup>
<thead><tr><th class="bare" colspan="${columns}"><h1>${settings.name}备用评分表</h1>
<div class="who"><span>${session.name}</span><span>${profile.seat}号席 ${profile.name}</span><span>手写用</span></div></th></tr>
<tr class="head"><th rowspan="${rows}">出场<br>顺序号</th><th rowspan="${rows}">项目</th>${sheetHeadings(first, isNarrow)}<th rowspan="${rows}">合计</th><th rowspan="${rows}">备注</th></tr>
${below.map(
  (cells) => markup`<tr>${sheetHeadings(cells, isNarrow)}</tr>
`,
)}</thead>
<tfoot><tr><td class="bare" colspan="${columns}">${footLine(data.head, settings.shortName, `打印${beijingTime(data.printedAt)}`)}</td></tr></tfoot>
<tbody>
${lines}</tbody>
<tbody class="bare"><tr><td class="bare left" colspan="${columns}"><p class="own">合计由本人手写；统分人录入时逐行核对合计，由另一人回读。平板已经交过的项目不用再写。</p>${signLine('评委签名', '日期')}</td></tr></tbody>
</table>
</section>
`;
}
