import { markup } from '../../../markup.ts';
import type { Paper } from '../paper.ts';
import type { Preparation } from './data.ts';

/** Two cards a page, to be cut. */
const style = `
@page { size: A4; margin: 0; }
body { width: 210mm; padding: 0; }
.card { height: 148mm; padding: 11mm 15mm 6mm; break-inside: avoid; page-break-inside: avoid; border-bottom: 0.5pt dashed #000; display: flex; flex-direction: column; }
.card:nth-child(even) { border-bottom: 0; break-after: page; page-break-after: always; }
.card:last-child { break-after: auto; page-break-after: auto; }
.top { display: flex; justify-content: space-between; font-size: 11pt; }
h1 { margin: 2mm 0 3mm; font-family: var(--hei); font-size: 20pt; line-height: 1.3; text-align: center; }
ol { flex: 1; margin: 0; padding-left: 1.6em; font-size: 15pt; line-height: 1.55; }
li + li { margin-top: 1.2mm; }
b { font-family: var(--hei); font-weight: 400; }
.where { font-size: 11pt; text-align: center; }
`;

/** One card on each table (断网、断电、平板坏了怎么办): a judge does what it says without asking anybody. */
export function emergencyCards(data: Preparation): Paper {
  const { settings, marks } = data.head;
  const seats = [...new Set(data.judges.map(({ profile }) => profile.seat))];
  return {
    title: `${settings.name}应急卡`,
    style,
    body: markup`${(seats.length > 0 ? seats : [null]).map(
      (seat) => markup`<section class="card">
<div class="top"><span>${settings.shortName}</span><span>${marks.join(' · ')}</span><span>${seat === null ? '____号席' : `${seat}号席`}</span></div>
<h1>断网、断电、平板坏了怎么办</h1>
<ol>
<li><b>网络断了：</b>接着打分。分数存在平板里，网络恢复后自动上传。</li>
<li><b>会场停电：</b>平板用自己的电池，接着打分；等控场宣布。</li>
<li><b>页面关了、变白了：</b>别慌，分数还在。等网络恢复，再打开下面的网址。</li>
<li><b>平板坏了：</b>请举手。换一台平板，点姓名、输密码就能接着评；或者用备用评分表手写。</li>
<li><b>打错项目、打错分：</b>签字以前都可以自己改，不用声张。</li>
<li><b>忘了密码：</b>请举手，由控场当面告诉您。</li>
</ol>
<p class="where">本场只用一个网址：<span class="num">${data.origin}</span></p>
</section>
`,
    )}`,
  };
}
