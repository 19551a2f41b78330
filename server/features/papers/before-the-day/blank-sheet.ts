import { criteriaFor, differsByTrack } from '../../../../shared/panels/rubric.ts';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { markup } from '../../../markup.ts';
import type { Paper } from '../paper.ts';
import { signLine } from '../parts.ts';
import type { Preparation } from './data.ts';
import { leaf, named } from './leaf.ts';
import { listStyle } from './style.ts';

const style = `${listStyle}
.grid th, .grid td { height: 14mm; }
.grid td.left { font-size: 12pt; }
.grid small { display: block; font-size: 9pt; line-height: 1.35; }
.mark { width: 34mm; } .levels { width: 58mm; }
.level { display: inline-block; width: 26mm; text-align: left; white-space: nowrap; }
.fill { display: flex; align-items: flex-end; margin: 4mm 0; font-size: 12pt; }
.fill i { flex: 1; height: 8mm; margin: 0 4mm 0 1mm; border-bottom: 0.75pt solid #000; }
.fill .short { flex: 0 0 26mm; }
.words { height: 34mm; vertical-align: top; }
.grid .total td { font-size: 13pt; }
`;

/** A blank sheet for one project (空白评分表), a kind for each project category that is marked differently; to be copied. */
export function blankSheet(data: Preparation): Paper {
  const { settings } = data.head;
  const title = `${settings.name}评分表`;
  const tracks = differsByTrack(settings.rubric) ? settings.tracks : [null];
  return { title, style, body: markup`${tracks.map((track) => one(data, track))}` };
}

function one(data: Preparation, track: Settings['tracks'][number] | null) {
  const criteria = criteriaFor(data.head.settings.rubric.criteria, track?.id);
  return leaf(
    data,
    named(data, track ? `评分表（${track.name}）` : '评分表'),
    markup`<div class="fill"><span>席号</span><i class="short"></i><span>评委姓名</span><i></i></div>
<div class="fill"><span>出场顺序号</span><i class="short"></i><span>项目名称</span><i></i></div>
<table class="grid"><colgroup><col><col class="levels"><col class="mark"></colgroup>
<thead><tr class="head"><th>评审指标</th><th>等次</th><th>得分</th></tr></thead>
<tbody>${criteria.map(
      ({ name, max, guidance, levels }) =>
        markup`<tr><td class="left">${name}（${max}分）<small>${guidance.join('；')}</small></td><td class="num">${levels.map(
          ({ word, from, to }) => markup`<span class="level">${word} ${from}–${to}</span> `,
        )}</td><td></td></tr>
`,
    )}<tr class="total"><td colspan="2">合计（本人手写）</td><td></td></tr>
<tr><td colspan="3" class="left words">评语（选填）：</td></tr></tbody></table>
<p class="note">空着的一项不等于零分，请逐项填写。需要回避的，写“回避”和原因，不打分。</p>
<div class="together">${signLine('评委签名', '日期', '录入', '回读')}</div>`,
  );
}
