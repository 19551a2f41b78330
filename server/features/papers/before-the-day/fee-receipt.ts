import { markup } from '../../../markup.ts';
import type { Paper } from '../paper.ts';
import { signLine } from '../parts.ts';
import { chineseDay } from '../words.ts';
import type { Preparation } from './data.ts';
import { emptyRows, leaf, named } from './leaf.ts';
import { listStyle } from './style.ts';

const style = `${listStyle}
@page { size: A4 landscape; margin: 12mm 14mm; }
body { max-width: 269mm; }
.number { width: 14mm; } .name { width: 34mm; } .unit { width: 58mm; } .id { width: 54mm; } .money { width: 24mm; } .own { width: 34mm; }
`;

/** Receipt of the judges' fees (评审费签收表): personal numbers and amounts are left to be written by hand. */
export function feeReceipt(data: Preparation): Paper {
  const { settings } = data.head;
  const title = `${settings.name}评审费签收表`;
  const party = new Map(settings.parties.map(({ id, name }) => [id, name]));
  return {
    title,
    style,
    body: leaf(
      data,
      named(data, '评审费签收表'),
      markup`<p class="lead">评审日期${chineseDay(settings.timeline.defenseDay)}\u3000经费来源________________\u3000标准依据________________</p>
<table class="grid"><colgroup><col class="number"><col class="name"><col class="unit"><col class="id"><col><col class="money"><col class="own"></colgroup>
<thead><tr class="head"><th>序号</th><th>姓名</th><th>单位</th><th>身份证号</th><th>开户行及账号</th><th>金额<br>（元）</th><th>本人签名</th></tr></thead>
<tbody>${data.judges.map(
        ({ profile }, index) =>
          markup`<tr class="tall"><td class="num">${index + 1}</td><td>${profile.name}</td><td class="left">${profile.unit || (party.get(profile.party) ?? '')}</td><td></td><td></td><td></td><td></td></tr>
`,
      )}${emptyRows(2, 7)}<tr class="tall"><td colspan="5">合计</td><td></td><td></td></tr></tbody></table>
<p class="note">国家工作人员按规定不领取评审费的，在签名处写“不领取”。身份证号、账号和金额由本人手写，系统不保存。</p>
<div class="together">${signLine('制表人', '审核人', '经费负责人', '日期')}</div>`,
    ),
  };
}
