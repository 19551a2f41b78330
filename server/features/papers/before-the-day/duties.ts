import type { Session } from '../../../../shared/contract/settings.ts';
import { markup } from '../../../markup.ts';
import type { Markup } from '../../../markup.ts';
import type { Paper } from '../paper.ts';
import { chineseDay } from '../words.ts';
import { clock } from './clock.ts';
import type { Preparation } from './data.ts';
import { leaf } from './leaf.ts';
import { sessionSpan } from './session-span.ts';
import { listStyle } from './style.ts';

const style = `${listStyle}
.time { width: 18mm; }
.grid td { vertical-align: top; font-size: 10pt; line-height: 1.35; }
`;

const minute = 60_000;

/** What the three who run the day do at one time: host, tally clerk, the one beside the tablets. */
type Line = readonly [at: number, host: string, clerk: string, floor: string];

/** 三个人怎么分工: the day minute by minute, made from the timetable. */
export function duties(data: Preparation): Paper {
  const { settings } = data.head;
  const { sessions } = settings.timeline;
  const title = '三个人怎么分工';
  return {
    title: `${settings.name}${title}`,
    style,
    body: leaf(
      data,
      title,
      markup`<p class="lead">${settings.shortName}\u3000${chineseDay(settings.timeline.defenseDay)}\u3000${settings.timeline.place}</p>
<table class="grid"><colgroup><col class="time"><col><col><col></colgroup>
<thead><tr class="head"><th>时间</th><th>控场<br>${named(data, 'host')}</th><th>统分人<br>${named(data, 'tally_clerk')}</th><th>现场（平板、签到）<br>${named(data, 'operator')}</th></tr></thead>
<tbody>${sessions.map(
        (session, index) => markup`<tr class="mid"><td colspan="4">${session.name}</td></tr>
${linesOf(data, session, index === 0, index === sessions.length - 1).map(row)}`,
      )}</tbody></table>
<p class="note">离开座位前先说一声。谁发现网络、平板、项目对不上，先告诉控场，由控场在控制台办理，不口头改分。</p>`,
    ),
  };
}

const named = ({ head }: Preparation, role: 'host' | 'tally_clerk' | 'operator'): string =>
  head.officers(role).join('、') || '（未设）';

const row = ([at, ...cells]: Line): Markup =>
  markup`<tr><td class="num">${clock(at)}</td>${cells.map((words) => markup`<td class="left">${words}</td>`)}</tr>
`;

function linesOf(data: Preparation, session: Session, isFirst: boolean, isLast: boolean): Line[] {
  const { start, end, own } = sessionSpan(data, session);
  const before: Line[] = isFirst
    ? [
        [
          start - 90 * minute,
          '开电脑、接电源、插好U盘，启动系统，看备份时间',
          '打印机试打一张；摆席卡、密码信封、应急卡',
          '接好无线路由器；平板充电、逐台打开固定网址',
        ],
        [
          start - 60 * minute,
          '大屏接好，选“休息”画面',
          '摆备用评分表和签字笔',
          '“会场检查”逐台核对，有红色的换掉',
        ],
        [
          start - 30 * minute,
          '请评委上席',
          '收承诺与回避表，核对回避登记',
          '签到；帮评委点姓名、输密码、试打分',
        ],
      ]
    : [[start - 20 * minute, '请评委回席', '上午的评分表收齐归档', '看平板电量，低的接电源']];
  const during: Line[] = [
    [
      start,
      `叫${own[0]?.order ?? session.from}号，以后每个项目：陈述→答辩→改分→收分→下一个`,
      '看控制台方格：谁没交；有纸质的随到随录，另一人回读',
      '站在评委席旁；黄色的平板走过去看一眼',
    ],
    [
      end,
      `${own.at(-1)?.order ?? session.to}号收分完毕，宣布本场结束`,
      '核对未评都有原因，锁定本场',
      '请评委留座签字',
    ],
    [
      end + 5 * minute,
      '请评委逐张核对',
      isLast ? '统分；“一次打印”评分表、汇总表、评审情况报告' : '打印本场评委评分表',
      '分发、收回评分表，一张不少',
    ],
  ];
  const after: Line[] = isLast
    ? [
        [
          end + 20 * minute,
          '请全体评委签评审情况报告',
          '复核人、监督员、评委组长签汇总表',
          '收平板、密码条；U盘交主办方',
        ],
      ]
    : [];
  return [...before, ...during, ...after];
}
