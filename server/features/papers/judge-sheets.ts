import type { Marks } from '../../../shared/contract/common.ts';
import type { Criterion, Session } from '../../../shared/contract/settings.ts';
import { sheetForm, sheetHead } from '../../../shared/panels/sheet-head.ts';
import type { HeadCell, SheetForm } from '../../../shared/panels/sheet-head.ts';
import { ABSENCE_WORDS, sumMarks } from '../../../shared/scoring/index.ts';
import type { Absence } from '../../../shared/scoring/index.ts';
import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import { cellKey } from '../results/record-of-day.ts';
import type { DayJudge, DayProject, RecordOfDay } from '../results/record-of-day.ts';
import { correctionNote } from './corrections.ts';
import type { Correction } from './corrections.ts';
import type { PaperHead } from './head.ts';
import type { Paper } from './paper.ts';
import { footLine, signLine } from './parts.ts';
import { tableStyle } from './style-table.ts';
import { beijingTime, ledgerStamp } from './words.ts';

const commonStyle = `${tableStyle}
.sheet + .sheet { break-before: page; page-break-before: always; }
.grid th, .grid td { height: 8mm; font-size: 9.5pt; }
.grid th { font-size: 9pt; }
.order { width: 12mm; } .total { width: 15mm; } .note { width: 22mm; } .mark { width: 14.5mm; }
.grid td.total { font-size: 11pt; font-weight: 600; }
.grid td.note { font-size: 8.5pt; }
.who { margin: 3mm 0 2mm; display: flex; justify-content: space-between; font-size: 12pt; }
.own { margin-top: 6mm; font-size: 12pt; }
.sign { max-width: 150mm; margin-left: auto; padding-top: 6mm; }
`;
const lyingStyle = `${commonStyle}
@page { size: A4 landscape; margin: 11mm 12mm 11mm; }
body { max-width: 273mm; }
`;
/** How sheets of each form lie on the page. */
export const sheetStyles: Readonly<Record<SheetForm, string>> = {
  upright: `${commonStyle}
@page { size: A4; margin: 12mm 14mm 12mm; }
body { max-width: 182mm; }
`,
  lying: lyingStyle,
  narrow: `${lyingStyle}
.mark { width: auto; } .title { width: 44mm; }
.grid td { font-size: 8pt; }
.down { writing-mode: vertical-rl; max-height: 34mm; text-align: left; }
`,
};

/** A locked session as the judges sign it. */
export interface LockedSession {
  session: Session;
  /** Ledger size and head when it was locked. */
  ledger: { size: number; head: string };
  day: RecordOfDay;
  /** How often a judge submitted a sheet again before the lock, by `cellKey`. */
  resubmitted: ReadonlyMap<string, number>;
  /** Corrections of sheets returned to their judges, by `cellKey`. */
  corrections: ReadonlyMap<string, readonly Correction[]>;
}

/** One sheet of paper for each judge with the judge's own marks of one session, to be signed (PR-2). */
export function judgeSheets(head: PaperHead, locked: LockedSession, printedAt: number): Paper {
  const { name } = head.settings;
  return {
    title: `${name}评委评分表（${locked.session.name}）`,
    style: sheetStyles[sheetForm(head.settings.rubric.criteria.length)],
    body: markup`${locked.day.judges.map((judge) => sheetOf(head, locked, judge, printedAt))}`,
  };
}

function sheetOf(head: PaperHead, locked: LockedSession, judge: DayJudge, printedAt: number): Markup {
  const { settings } = head;
  const { criteria, groups } = settings.rubric;
  const { session, day, ledger } = locked;
  const projects = day.projects.filter((project) => project.session === session.id);
  const party = settings.parties.find(({ id }) => id === judge.profile.party)?.name ?? '';
  const columns = criteria.length + 4;
  const [first = [], ...below] = sheetHead(criteria, groups);
  const rows = below.length + 1;
  const isNarrow = sheetForm(criteria.length) === 'narrow';
  return markup`<section class="sheet">
<table class="grid">
<colgroup><col class="order"><col class="title"><col span="${criteria.length}" class="mark"><col class="total"><col class="note"></colgroup>
<thead><tr><th class="bare" colspan="${columns}"><h1>${settings.name}评委评分表</h1>
<div class="who"><span>${session.name}</span><span>${judge.profile.seat}号席 ${judge.profile.name}</span><span>${party}</span></div></th></tr>
<tr class="head"><th rowspan="${rows}">出场<br>顺序号</th><th rowspan="${rows}">项目</th>${sheetHeadings(first, isNarrow)}<th rowspan="${rows}">合计</th><th rowspan="${rows}">备注</th></tr>
${below.map(
  (cells) => markup`<tr>${sheetHeadings(cells, isNarrow)}</tr>
`,
)}</thead>
<tfoot><tr><td class="bare" colspan="${columns}">${footLine(
    head,
    ledgerStamp(ledger),
    `打印${beijingTime(printedAt)}`,
  )}</td></tr></tfoot>
<tbody>
${projects.map((project) => row(project, judge.id, locked, criteria))}</tbody>
<tbody class="bare"><tr><td class="bare left" colspan="${columns}"><p class="own">本人确认以上评分。</p>${signLine('评委签名', '日期')}</td></tr></tbody>
</table>
</section>
`;
}

/** Headings of one row over the marks. */
export const sheetHeadings = (cells: readonly HeadCell<Criterion>[], isNarrow: boolean): Markup[] =>
  cells.map((cell) => {
    if ('group' in cell)
      return markup`<th colspan="${cell.columns}" rowspan="${cell.rows}">${cell.group.name}</th>`;
    const { name, max } = cell.criterion;
    const words = isNarrow ? markup`<div class="down">${name}</div>` : markup`${name}<br>`;
    return markup`<th rowspan="${cell.rows}">${words}<span class="num">（${max}）</span></th>`;
  });

function row(
  project: DayProject,
  judge: string,
  locked: LockedSession,
  criteria: readonly Criterion[],
): Markup {
  const named = markup`<td class="num">${project.order}</td><td class="left">${project.title}</td>`;
  const empty = (words: string) =>
    markup`<tr>${named}<td colspan="${criteria.length}">${words}</td><td class="total">—</td><td class="note"></td></tr>
`;
  if (project.withdrawn !== null) return empty('退出答辩');
  const key = cellKey(judge, project.id);
  if (locked.day.recused.has(key)) return empty('回避');
  const sheet = locked.day.sheets.find((each) => cellKey(each.judge, each.proposal) === key);
  if (sheet?.status === 'unassigned') return empty('替补以前答辩，不由本人评');
  if (sheet?.status !== 'locked')
    return empty(`未评（${ABSENCE_WORDS[sheet?.absent as Absence] ?? '未交表'}）`);
  const again = locked.resubmitted.get(key) ?? 0;
  const notes = [again > 0 ? `锁定前更正${again}次` : '', correctionNote(locked.corrections.get(key) ?? [])];
  return markup`<tr>${named}${criteria.map(({ id, track }) => markup`<td class="num">${track === undefined || track === project.track ? (sheet.marks[id] ?? '') : '—'}</td>`)}<td class="num total">${total(sheet.marks)}</td><td class="note">${notes.filter((note) => note !== '').join('；')}</td></tr>
`;
}

const total = (marks: Marks): string => sumMarks(Object.values(marks));
