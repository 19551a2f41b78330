import { markup } from '../../../markup.ts';
import type { Paper } from '../paper.ts';
import { chineseDay } from '../words.ts';
import { clock } from './clock.ts';
import type { Preparation } from './data.ts';
import { leaf, named } from './leaf.ts';
import { listStyle } from './style.ts';

const style = `${listStyle}
.number { width: 18mm; } .time { width: 22mm; } .by { width: 54mm; }
.grid td.big { font-size: 14pt; font-weight: 600; }
`;

/** The order to hang on the door (出场顺序表): numbers, projects, expected times. */
export function orderList(data: Preparation): Paper {
  const { settings } = data.head;
  const title = `${settings.name}出场顺序表`;
  const leaves = settings.timeline.sessions.map((session) => {
    const rows = data.order.filter((one) => one.session === session.id);
    return leaf(
      data,
      named(data, '出场顺序表'),
      markup`<p class="lead">${session.name}\u3000${chineseDay(settings.timeline.defenseDay)}\u3000${settings.timeline.place}</p>
<table class="grid"><colgroup><col class="number"><col><col class="by"><col class="time"></colgroup>
<thead><tr class="head"><th>出场<br>顺序号</th><th>项目</th><th>申报主体</th><th>预计时间</th></tr></thead>
<tbody>${rows.map(
        ({ order, title: project, applicantName, status, plannedStart }) =>
          markup`<tr><td class="num big">${order}</td><td class="left">${project}</td><td class="left">${applicantName}</td><td class="num">${
            status === 'withdrawn' ? '退出答辩' : clock(plannedStart)
          }</td></tr>
`,
      )}</tbody></table>
<p class="note">${rows.length === 0 ? '这一场还没有出场顺序。' : '请提前15分钟到候场处签到。有项目退出答辩时，后面的顺序号不变，时间会提前。'}</p>`,
    );
  });
  return { title, style, body: markup`${leaves}` };
}
