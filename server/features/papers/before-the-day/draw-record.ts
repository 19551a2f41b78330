import { markup } from '../../../markup.ts';
import type { Paper } from '../paper.ts';
import { signLine } from '../parts.ts';
import { chineseDay } from '../words.ts';
import type { Preparation } from './data.ts';
import { leaf, named } from './leaf.ts';
import { listStyle } from './style.ts';

const style = `${listStyle}
.code { width: 30mm; } .by { width: 46mm; } .drawn { width: 22mm; } .own { width: 30mm; }
`;

/** Record of the draw (抽签登记表): the numbers are written in the hall and typed in from here. */
export function drawRecord(data: Preparation): Paper {
  const { settings } = data.head;
  const title = `${settings.name}抽签登记表`;
  return {
    title,
    style,
    body: leaf(
      data,
      named(data, '抽签登记表'),
      markup`<p class="lead">${chineseDay(settings.timeline.defenseDay)}\u3000${settings.timeline.place}\u3000共${data.passed.length}个项目</p>
<table class="grid"><colgroup><col class="code"><col><col class="by"><col class="drawn"><col class="own"></colgroup>
<thead><tr class="head"><th>申报书编号</th><th>项目</th><th>申报主体</th><th>抽到的<br>顺序号</th><th>抽签人签名</th></tr></thead>
<tbody>${data.passed.map(
        ({ number, title: project, applicantName }) =>
          markup`<tr class="tall"><td class="num">${number}</td><td class="left">${project}</td><td class="left">${applicantName}</td><td></td><td></td></tr>
`,
      )}</tbody></table>
<p class="note">抽签人未到场的，由监督员代抽，在签名处写明“代”。顺序号用1到${data.passed.length}，每号一次；录入以后打印《出场顺序表》核对。</p>
<div class="together">${signLine('监督员', '评委组长', '录入人', '日期')}</div>`,
    ),
  };
}
