import type { Result, ResultEntry } from '../../../shared/contract/results.ts';
import type { BesideMarks, Criterion } from '../../../shared/contract/settings.ts';
import type { Rules } from '../../../shared/scoring/index.ts';
import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import { printedScore, useWords } from '../results/words.ts';
import { cellKey } from '../results/record-of-day.ts';
import { correctionWords } from './corrections.ts';
import { groundWords, sourceWords } from './exception-words.ts';
import { countersigner } from './report-data.ts';
import type { ReportData, ToldAct } from './report-data.ts';
import { unspaced } from './words.ts';

/** What the exceptions are told about. */
export interface Told extends ReportData {
  result: Result;
  rules: Rules;
  criteria: readonly Criterion[];
  beside: BesideMarks;
}

type Act<A extends ToldAct['action']> = Extract<ToldAct, { action: A }>;

export const actsOf = <A extends ToldAct['action']>({ acts }: ReportData, action: A): Act<A>[] =>
  acts.filter((act): act is Act<A> => act.action === action);

/** A list of sentences, or that there was nothing. */
export const items = (sentences: readonly string[]): Markup =>
  sentences.length === 0
    ? markup`<p>无。</p>`
    : markup`<ol>${sentences.map((sentence) => markup`<li>${unspaced(sentence)}</li>`)}</ol>`;

const orders = ({ day }: ReportData, proposals: readonly string[]): string =>
  day.projects
    .filter(({ id }) => proposals.includes(id))
    .map(({ order }) => order)
    .join('、');

const judgeName = ({ day }: ReportData, id: string): string => {
  const judge = day.judges.find((each) => each.id === id);
  return judge ? `${judge.profile.seat}号席${judge.profile.name}` : id;
};

const projectName = ({ day }: ReportData, id: string): string => {
  const project = day.projects.find((each) => each.id === id);
  return project ? `${project.order}号《${project.title}》` : id;
};

/** The sentence somebody wrote, without its own full stop; `（原因已删除）` where its opening was erased. */
export const said = (act: ToldAct): string => {
  const reason = act.opened['reason'];
  return typeof reason === 'string' ? reason.replace(/。$/, '') : '（原因已删除）';
};

/** Who stood by as the second person, or has countersigned since; nothing where one person suffices. */
export function approved(
  told: ReportData,
  { seq, data }: Exclude<ToldAct, Act<'countersigned' | 'rules_corrected'>>,
): string {
  const nameOf = (account: string) => told.names.get(account) ?? account;
  if (data.approver) return `复核人：${nameOf(data.approver)}。`;
  if (data.approver === undefined) return '';
  const later = actsOf(told, 'countersigned').find((act) => act.data.entry === seq);
  return later ? `事后补签：${nameOf(countersigner(later))}。` : '当时没有第二人在场，尚待补签。';
}

/** Recusals by judge and grounds; then what was disclosed and changed nothing. */
export function recusalPart(told: Told): Markup {
  const groups = new Map<
    string,
    { judge: string; words: string; proposals: string[]; details: Set<string> }
  >();
  for (const { judge, proposal, kind, grounds, source, detail } of told.recusals) {
    if (kind !== 'must') continue;
    const words = `${grounds.map((ground) => groundWords[ground]).join('，')}（${sourceWords[source] ?? source}）`;
    const group = groups.get(judge + words) ?? { judge, words, proposals: [], details: new Set() };
    group.proposals.push(proposal);
    if (source !== 'computed') group.details.add(detail.replace(/。$/, ''));
    groups.set(judge + words, group);
  }
  const seatOf = (id: string) => told.day.judges.findIndex((judge) => judge.id === id);
  const rows = [...groups.values()].sort((a, b) => seatOf(a.judge) - seatOf(b.judge));
  const disclosed = told.recusals.filter(({ kind }) => kind === 'disclose');
  return markup`${
    rows.length === 0
      ? markup`<p>无。</p>`
      : markup`<table class="grid"><colgroup><col class="judge"><col class="orders"><col></colgroup>
<thead><tr class="head"><th>评委</th><th>回避的项目（出场顺序号）</th><th>事由</th></tr></thead><tbody>
${rows.map(
  ({ judge, words, proposals, details }) =>
    markup`<tr><td class="left">${judgeName(told, judge)}</td><td class="left num">${orders(told, proposals)}</td><td class="left">${[words, ...details].join('：')}</td></tr>
`,
)}</tbody></table>`
  }
<p>已公开说明、不需回避的${disclosed.length}件${disclosed.length > 0 ? '：' : '。'}</p>
${
  disclosed.length > 0
    ? items(
        disclosed.map(
          ({ judge, proposal, detail }) =>
            `${judgeName(told, judge)}对${projectName(told, proposal)}：${detail}`,
        ),
      )
    : null
}`;
}

/** Judges who gave no mark, each with the projects, the kind and the reason. */
export function absencePart(told: Told): Markup {
  const substituted = actsOf(told, 'judge_substituted').map((act) => {
    const { judge, entries } = act.data;
    const substitute = judgeName(told, act.subject.slice('judge:'.length));
    return `${substitute}替换${judgeName(told, judge)}，评以后的项目；${judgeName(told, judge)}未评（离场）${entries.length}个项目，出场顺序号${orders(told, entries)}。原因：${said(act)}。${approved(told, act)}`;
  });
  const takenBack = actsOf(told, 'judge_absence_withdrawn').map((act) => {
    const judge = judgeName(told, act.subject.slice('judge:'.length));
    return `${judge}未评的登记有误，已撤销，出场顺序号${orders(told, act.data.entries)}。原因：${said(act)}。${approved(told, act)}`;
  });
  return items([
    ...actsOf(told, 'judge_absent_recorded').map((act) => {
      const { entries, absent } = act.data;
      const judge = judgeName(told, act.subject.slice('judge:'.length));
      return `${judge}未评（${useWords(absent)}）${entries.length}个项目，出场顺序号${orders(told, entries)}。原因：${said(act)}。${approved(told, act)}`;
    }),
    ...substituted,
    ...takenBack,
  ]);
}

export const withdrawalPart = ({ result }: Told): Markup =>
  items(
    result.entries.flatMap(({ order, title, applicantName, excluded }) =>
      excluded
        ? [`${order}号《${title}》（${applicantName}）：${excluded.reason}出场顺序号保留，不打分、不排名。`]
        : [],
    ),
  );

/** Equal scores, and who or what told them apart. */
export function tiePart(told: Told): Markup {
  const { result, rules } = told;
  const tied = new Map<string, ResultEntry[]>();
  for (const entry of result.entries)
    if (entry.tie !== '' && entry.score) tied.set(entry.score, [...(tied.get(entry.score) ?? []), entry]);
  const found = [...tied].map(([score, entries]) => {
    const names = entries.map(({ proposal, rank }) => `${projectName(told, proposal)}第${rank ?? ''}名`);
    return `得分同为${printedScore(score, rules)}：${names.join('，')}。${entries[0]?.tie ?? ''}。`;
  });
  const decided = actsOf(told, 'tie_decided').map((act) => {
    const order = act.data.order.map((id) => projectName(told, id)).join('、');
    return `评委组决定的先后：${order}。理由：${said(act)}。${approved(told, act)}`;
  });
  return items([...found, ...decided]);
}

/** What the judge made of a returned sheet. */
function whatCame(told: Told, { data }: Act<'sheet_returned'>): string {
  const corrections = told.corrections.get(cellKey(data.judge, data.entry)) ?? [];
  const correction = corrections.find(({ from }) => from === data.revision);
  return correction ? correctionWords(correction, told.criteria) : '评委未作修改，仍按原分';
}

/** Changes after the lock; those a judge made before it are counted. */
export function correctionPart(told: Told): Markup {
  const returned = actsOf(told, 'sheet_returned').map(
    (act) =>
      `${judgeName(told, act.data.judge)}对${projectName(told, act.data.entry)}的评分表退回修改，${whatCame(told, act)}。原因：${said(act)}。${approved(told, act)}`,
  );
  const exchanged = actsOf(told, 'sheets_exchanged').map(
    (act) =>
      `${judgeName(told, act.subject.slice('judge:'.length))}将${projectName(told, act.data.entry)}与${projectName(told, act.data.other)}的评分表对调（评错项目）。${approved(told, act)}`,
  );
  const withdrawn = actsOf(told, 'recusal_withdrawn').map(
    (act) =>
      `${judgeName(told, act.data.judge)}对${projectName(told, act.data.entry)}的回避登记有误，已撤销。${approved(told, act)}`,
  );
  const keyed = actsOf(told, 'sheet_keyed');
  const unread = keyed.filter((act) => approved(told, act).includes('尚待补签')).length;
  const again = [...told.resubmitted.values()].reduce((sum, count) => sum + count, 0);
  return markup`${items([...returned, ...exchanged, ...withdrawn])}
<p>${
    again === 0
      ? '锁定前没有评委更正本人评分表。'
      : `锁定前，评委更正本人评分表${again}次，每次都有留痕，以最后一次为准。`
  }${
    keyed.length === 0
      ? ''
      : `由工作人员录入的纸质评分表${keyed.length}份，${unread === 0 ? '均由第二人对纸读对' : `其中${unread}份尚待第二人对纸读对`}。`
  }</p>`;
}
