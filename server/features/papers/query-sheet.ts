import type { Result, ResultEntry } from '../../../shared/contract/results.ts';
import { ABSENCE_WORDS, namesOf } from '../../../shared/scoring/index.ts';
import type { Absence, Step } from '../../../shared/scoring/index.ts';
import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import { sha256 } from '../../sha256.ts';
import { entryNotes, printedScore, useWords } from '../results/words.ts';
import type { DerivedResult } from './derivation-paper.ts';
import { stepLines } from './derivation-steps.ts';
import type { PaperHead } from './head.ts';
import type { Paper } from './paper.ts';
import { footLine, signLine } from './parts.ts';
import { derivationStyle } from './style-derivation.ts';
import { tableStyle } from './style-table.ts';
import { beijingTime, ledgerStamp, unspaced } from './words.ts';

/**
 * What an applicant who asks is given of the own project (查分单): score, rank, rule and computation, judges as
 * 评委1…n in an order that tells nothing of their seats. Nothing of another project and no judge who gave no mark is
 * named; the reason and the advice for next year are written in by hand.
 */
export function querySheet(
  head: PaperHead,
  derived: DerivedResult,
  entry: ResultEntry,
  printedAt: number,
): Paper {
  const { settings } = head;
  const { result, scorebook } = derived;
  const { rank, order, title, applicantName, score, excluded } = entry;
  return {
    title: `${settings.name}查分单（${order}号）`,
    style: `${tableStyle}${derivationStyle}.grid { width: 120mm; }`,
    body: markup`<section class="page">
<h1>${settings.name}查分单</h1>
<div class="who"><span class="num">${order}号</span><span class="title">${title}</span><span>${applicantName}</span></div>
<div class="score"><span>${rank === null ? '不排名' : `第${rank}名`}</span><b class="num">${excluded ? '—' : printedScore(score, scorebook.rules)}</b></div>
<p class="rule">规则第${result.rulesVersion}版：${unspaced(result.rulesSentence)}</p>
${excluded ? markup`<p class="note">${entryNotes(entry, settings.parties)}</p>` : ownComputation(head, derived, entry)}
<div class="blank together">评审意见（由主办方摘要填写）：<i></i><i></i>明年怎么报：<i></i></div>
<p class="rule">本单只供申报主体查询本项目的得分。评委编号与席位无关，评委姓名不公布。</p>
<div class="together">${signLine('经办人', '领取人', '日期')}</div>
${footLine(head, `结果第${result.version}版 · ${ledgerStamp(result.ledger)}`, `打印${beijingTime(printedAt)}`)}
</section>
`,
  };
}

function ownComputation(
  { settings }: PaperHead,
  { result, scorebook }: DerivedResult,
  entry: ResultEntry,
): Markup {
  const numbers = anonymous(result, entry);
  const name = (judge: string): string => `评委${numbers.get(judge) ?? ''}`;
  const party = new Map(scorebook.judges.map((judge) => [judge.id, judge.party]));
  const names = {
    ...namesOf(scorebook, settings.parties),
    judge: name,
    partyOf: (id: string) => party.get(id),
  };
  const steps = (entry.steps as Step[]).map((step) =>
    step.step === 'values' ? inOrder(step, numbers) : step,
  );
  const sheets = [...numbers.keys()].flatMap((id) => entry.sheets.find(({ judge }) => judge === id) ?? []);
  const [valid = null, ...computed] = stepLines(steps, names);
  return markup`<table class="grid">
<thead><tr class="head"><th>评委</th><th>打分</th><th>取舍</th></tr></thead>
<tbody>
${sheets.map(
  ({ judge, total, use }) =>
    markup`<tr><td>${name(judge)}</td><td class="num">${use.startsWith('dropped') ? markup`<s>${total}</s>` : total}</td><td>${useWords(use)}</td></tr>
`,
)}</tbody>
</table>
<ol class="steps">
${valid}${absences(entry)}${computed}${entry.tie ? markup`<li>${entry.tie}。</li>` : null}</ol>
`;
}

/** Judges with marks by a number that only the result decides: neither seat nor name shows through. */
function anonymous({ checksum }: Result, { proposal, sheets }: ResultEntry): Map<string, number> {
  const lot = (judge: string): string => sha256(`${checksum}|${proposal}|${judge}`);
  const judges = sheets.filter(({ total }) => total !== null).map(({ judge }) => judge);
  judges.sort((a, b) => (lot(a) < lot(b) ? -1 : 1));
  return new Map(judges.map((judge, index) => [judge, index + 1]));
}

/** The values in the anonymous order, without those who gave none. */
function inOrder(step: Extract<Step, { step: 'values' }>, numbers: ReadonlyMap<string, number>): Step {
  const place = ({ judge }: { judge: string }): number => numbers.get(judge) ?? 0;
  return { ...step, values: [...step.values].sort((a, b) => place(a) - place(b)), absent: [] };
}

/** How many gave no mark, by reason. */
function absences({ sheets }: ResultEntry): Markup | null {
  const counts = new Map<string, number>();
  for (const { total, use } of sheets) if (total === null) counts.set(use, (counts.get(use) ?? 0) + 1);
  if (counts.size === 0) return null;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const words = [...counts].map(([use, count]) => `${ABSENCE_WORDS[use as Absence]}${count}位`);
  return markup`<li>另有${all}位未评（${words.join('，')}），不计入。</li>
`;
}
