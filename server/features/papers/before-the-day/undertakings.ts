import { undertakingLines } from '../../../../shared/panels/undertaking.ts';
import { markup } from '../../../markup.ts';
import { groundWords } from '../exception-words.ts';
import type { DayJudge } from '../../results/record-of-day.ts';
import type { Paper } from '../paper.ts';
import { signLine } from '../parts.ts';
import type { Preparation } from './data.ts';
import { leaf, named } from './leaf.ts';
import { listStyle } from './style.ts';

const style = `${listStyle}
.number { width: 12mm; } .by { width: 44mm; } .tick { width: 16mm; } .why { width: 46mm; }
.grid { font-size: 9.5pt; }
.grid th, .grid td { height: 6.2mm; padding: 0.3mm 1mm; line-height: 1.1; }
.who { display: flex; justify-content: space-between; margin-bottom: 1.5mm; font-size: 11.5pt; }
ol { font-size: 10.5pt; line-height: 1.45; }
.note { margin: 2mm 0 1mm; }
`;

/** Undertaking and recusals (承诺与回避表), one for each judge, what is known already filled in. */
export function undertakings(data: Preparation): Paper {
  const { name } = data.head.settings;
  return {
    title: `${name}评委承诺与回避表`,
    style,
    body: markup`${data.judges.map((judge) => one(data, judge))}`,
  };
}

function one(data: Preparation, { id, profile }: DayJudge) {
  const { settings } = data.head;
  const party = settings.parties.find((each) => each.id === profile.party)?.name ?? '';
  const projects =
    data.order.length > 0
      ? data.order.map(({ proposal, order, title, applicantName }) => ({
          id: proposal,
          number: String(order),
          title,
          applicantName,
        }))
      : data.passed.map((each, index) => ({ ...each, number: String(index + 1) }));
  const rows = projects.map((project) => {
    const known = data.recusals.filter((each) => each.judge === id && each.proposal === project.id);
    const has = (kind: string) => (known.some((each) => each.kind === kind) ? '√' : '');
    const why = known.flatMap(({ grounds }) => grounds).map((each) => groundWords[each]);
    return markup`<tr><td class="num">${project.number}</td><td class="left">${project.title}</td><td class="left">${project.applicantName}</td><td>${has('must')}</td><td>${has('disclose')}</td><td class="left">${why.join('、')}</td></tr>
`;
  });
  return leaf(
    data,
    named(data, '评委承诺与回避表'),
    markup`<div class="who"><span>${profile.seat}号席\u3000${profile.name}</span><span>${profile.unit || party}</span></div>
<p>本人参加本次评审，作如下承诺：</p>
<ol>${undertakingLines.map((line) => markup`<li>${line}</li>`)}</ol>
<p class="note">与下列项目的关系请打√。“回避”的不评分；“说明”（同事辅导过、只参加过面向全体的培训）的照常评分，写入评审情况报告。已打√的是系统核对或此前登记的，有误请改正并签名。</p>
<table class="grid"><colgroup><col class="number"><col><col class="by"><col class="tick"><col class="tick"><col class="why"></colgroup>
<thead><tr class="head"><th>序号</th><th>项目</th><th>申报主体</th><th>回避</th><th>说明</th><th>关系</th></tr></thead>
<tbody>${rows}</tbody></table>
<div class="together">${signLine('本人签名', '日期')}</div>`,
  );
}
