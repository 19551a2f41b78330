import type { Result, ResultEntry } from '../../../shared/contract/results.ts';
import type { Criterion, Names, ScorebookFile, Sheet, Step, TieStep } from '../../../shared/scoring/index.ts';
import { namesOf, stepLine, sumMarks } from '../../../shared/scoring/index.ts';
import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import { entryNotes, printedScore, useWords } from '../results/words.ts';
import { stepLines } from './derivation-steps.ts';
import type { PaperHead } from './head.ts';
import type { Paper } from './paper.ts';
import { footLine } from './parts.ts';
import { derivationStyle } from './style-derivation.ts';
import { tableStyle } from './style-table.ts';
import { beijingTime, ledgerStamp, unspaced } from './words.ts';

/** A result with the file it was computed from. */
export interface DerivedResult {
  result: Result;
  scorebook: ScorebookFile;
}

/** One page for each project: every judge's marks, then each step of the computation, every rounding (得分推导). */
export function derivationPaper(
  head: PaperHead,
  derived: DerivedResult,
  entries: readonly ResultEntry[],
  printedAt: number,
): Paper {
  return {
    title: `${head.settings.name}得分推导`,
    style: `${tableStyle}${derivationStyle}`,
    body: markup`${entries.map((entry) => page(head, derived, entry, printedAt))}`,
  };
}

function page(
  head: PaperHead,
  { result, scorebook }: DerivedResult,
  entry: ResultEntry,
  printedAt: number,
): Markup {
  const { settings } = head;
  const { rank, order, title, applicantName, score, excluded } = entry;
  const place = rank === null ? '不排名' : `第${rank}名`;
  return markup`<section class="page">
<h1>${settings.name}得分推导</h1>
<div class="who"><span class="num">${order}号</span><span class="title">${title}</span><span>${applicantName}</span></div>
<div class="score"><span>${place}</span><b class="num">${excluded ? '—' : printedScore(score, scorebook.rules)}</b></div>
<p class="rule">规则第${result.rulesVersion}版：${unspaced(result.rulesSentence)}</p>
${excluded ? markup`<p class="note">${entryNotes(entry, settings.parties)}</p>` : computation(head, { result, scorebook }, entry)}
${footLine(head, `结果第${result.version}版 · ${ledgerStamp(result.ledger)}`, `打印${beijingTime(printedAt)}`)}
</section>
`;
}

function computation(head: PaperHead, { result, scorebook }: DerivedResult, entry: ResultEntry): Markup {
  const { parties } = head.settings;
  const steps = entry.steps as Step[]; // The contract carries them as they are; the core's types describe them.
  const seats = new Map(result.judges.map(({ id, seat }) => [id, `${seat}号席`]));
  const party = new Map(scorebook.judges.map((judge) => [judge.id, judge.party]));
  const titles = new Map(
    result.entries.map(({ proposal, order, title }) => [proposal, `${order}号《${title}》`]),
  );
  const names: Names = {
    ...namesOf(scorebook, parties),
    judge: (id) => seats.get(id) ?? id,
    entry: (id) => titles.get(id) ?? id,
  };
  const ties = steps.filter((step): step is TieStep => step.step === 'tie');
  return markup`${marksTable(result, scorebook, entry)}
<ol class="steps">
${stepLines(steps, { ...names, partyOf: (judge) => party.get(judge) })}${ties.map(
    (tie) => markup`<li>${unspaced(tieWords(tie, names))}</li>
`,
  )}</ol>
`;
}

const tieWords = (step: TieStep, names: Names): string =>
  stepLine(
    { ...step, compared: step.compared.map((one) => ({ ...one, entry: names.entry(one.entry) })) },
    names,
  );

/** Every judge's marks of the project, the dropped totals struck through, the absent with their reason. */
function marksTable({ judges }: Result, { criteria, sheets }: ScorebookFile, entry: ResultEntry): Markup {
  const own = new Map(
    sheets.filter((sheet) => sheet.entry === entry.proposal).map((sheet) => [sheet.judge, sheet]),
  );
  const used = criteria.filter(({ track }) => track === undefined || track === entry.trackId);
  return markup`<table class="grid">
<colgroup><col class="seat"><col span="${used.length}"><col class="total"><col class="use"></colgroup>
<thead><tr class="head"><th>席位</th>${used.map(
    ({ id, name, max }) =>
      markup`<th>${name ?? id}${max === undefined ? null : markup`<br><span class="num">（${max}）</span>`}</th>`,
  )}<th>合计</th><th>取舍</th></tr></thead>
<tbody>
${judges.map(({ id, seat, name }) => marksRow(`${seat}号席 ${name}`, own.get(id), used, useOf(entry, id)))}</tbody>
</table>
`;
}

const useOf = (entry: ResultEntry, judge: string): string =>
  entry.sheets.find((sheet) => sheet.judge === judge)?.use ?? '';

function marksRow(
  judge: string,
  sheet: Sheet | undefined,
  criteria: readonly Criterion[],
  use: string,
): Markup {
  const named = markup`<tr><td class="left">${judge}</td>`;
  if (!sheet?.marks)
    return markup`${named}<td class="word" colspan="${criteria.length + 1}">未评</td><td>${useWords(use)}</td></tr>
`;
  const { marks } = sheet;
  const total = sumMarks(Object.values(marks).flatMap((mark) => mark ?? []));
  const isDropped = use.startsWith('dropped');
  return markup`${named}${criteria.map(({ id }) => markup`<td class="num">${marks[id] ?? '漏项'}</td>`)}<td class="num total">${
    isDropped ? markup`<s>${total}</s>` : total
  }</td><td>${isDropped ? (use === 'dropped_high' ? '△' : '▽') : ''}${useWords(use)}</td></tr>
`;
}
