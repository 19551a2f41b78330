import { markup } from '../../../markup.ts';
import type { Markup } from '../../../markup.ts';
import type { Paper } from '../paper.ts';
import { chineseDay } from '../words.ts';
import { clock, span } from './clock.ts';
import type { Preparation } from './data.ts';
import { leaf, named } from './leaf.ts';
import { sessionSpan } from './session-span.ts';
import { listStyle } from './style.ts';

const style = `${listStyle}
.time { width: 30mm; } .what { width: auto; }
.grid .item td { height: 8mm; }
`;

const minute = 60_000;

const closingLine: readonly [string, string] = ['签字以后', '统分、复核，全体评委签署评审情况报告'];

/** Agenda of the day (议程): what happens when, each session with the numbers it hears. */
export function agenda(data: Preparation): Paper {
  const { settings } = data.head;
  const { timeline, name } = settings;
  const last = timeline.sessions.length - 1;
  const rows = timeline.sessions.map((_session, index) => sessionRows(data, index, index === last));
  return {
    title: `${name}答辩评审会议程`,
    style,
    body: leaf(
      data,
      named(data, '答辩评审会议程'),
      markup`<p class="lead">${chineseDay(timeline.defenseDay)}\u3000${timeline.place}</p>
<table class="grid"><colgroup><col class="time"><col class="what"></colgroup>
<thead><tr class="head"><th>时间</th><th>内容</th></tr></thead>
<tbody>${rows}</tbody></table>
<p class="note">每个项目陈述${timeline.presentMinutes}分钟、答辩${timeline.questionMinutes}分钟、评委改分${timeline.changeMinutes}分钟。时间按每个项目用满计算，当天以控场通知和候场页为准；有项目退出答辩，后面的出场顺序号不变。</p>`,
    ),
  };
}

function sessionRows(data: Preparation, index: number, isLast: boolean): Markup {
  const { timeline } = data.head.settings;
  const session = timeline.sessions[index];
  if (!session) throw new RangeError('no such session');
  const { start, end: heard, own } = sessionSpan(data, session);
  const numbers = own.length === 0 ? [session.from, session.to] : own.map(({ order }) => order);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  // After a change of times the numbers of a half-day may have gaps: then their count says more.
  const isRun = own.length === 0 || last - first + 1 === own.length;
  const projects = isRun ? `${first}号至${last}号项目答辩` : '按出场顺序表答辩';
  const opening: readonly [string, string][] =
    index === 0
      ? [
          [span(start - 30 * minute, start - 10 * minute), '签到；评委上席，每人试打分一次'],
          [span(start - 10 * minute, start), '开场：介绍评委组、监督员，宣读评分规则和纪律'],
        ]
      : [[span(start - 15 * minute, start), '评委上席']];
  const closing: readonly (readonly [string, string])[] = [
    [`${clock(heard)}起`, `评委核对${session.name}评分，打印签字`],
    ...(isLast ? [closingLine] : []),
  ];
  const row = ([time, what]: readonly [string, string]) =>
    markup`<tr class="item"><td class="num">${time}</td><td class="left">${what}</td></tr>
`;
  return markup`<tr class="mid"><td colspan="2">${session.name}</td></tr>
${opening.map(row)}${row([span(start, heard), `${projects}${own.length > 0 ? `（${own.length}个）` : ''}`])}${closing.map(row)}`;
}
