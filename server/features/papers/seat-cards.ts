import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import type { JudgeRow } from '../judges/panel.ts';
import type { PaperHead } from './head.ts';
import type { Paper } from './paper.ts';
import type { QrDrawing } from './qr-drawing.ts';

/** Two cards a page; the dashed lines are to be cut. */
const style = `
@page { size: A4; margin: 0; }
body { width: 210mm; padding: 0; }
.card { height: 148mm; padding: 12mm 14mm 8mm; break-inside: avoid; page-break-inside: avoid; border-bottom: 0.5pt dashed #000; display: flex; flex-direction: column; }
.card:nth-child(even) { border-bottom: 0; break-after: page; page-break-after: always; }
.card:last-child { break-after: auto; page-break-after: auto; }
.top { display: flex; justify-content: space-between; font-size: 12pt; }
.name { flex: 1; display: flex; align-items: center; justify-content: center; font-family: var(--hei); text-align: center; line-height: 1.15; }
.long { font-size: 44pt; } .short { font-size: 66pt; letter-spacing: 0.1em; }
.party { padding-bottom: 5mm; font-family: var(--kai); font-size: 18pt; text-align: center; }
.slip { display: flex; align-items: center; padding-top: 5mm; border-top: 0.5pt dashed #000; }
.code { margin-right: 8mm; text-align: center; font-size: 11pt; white-space: nowrap; }
.code b { display: block; font-family: var(--num); font-size: 30pt; font-weight: 600; letter-spacing: 0.2em; line-height: 1.3; }
.how { flex: 1; font-size: 11pt; line-height: 1.6; }
.qr { margin-left: 6mm; text-align: center; font-size: 9pt; white-space: nowrap; }
.qr svg { display: block; width: 27mm; height: 27mm; margin: 0 auto; }
`;

/** Where the QR of a card leads, and its drawing. */
export interface CardCode extends QrDrawing {
  link: string;
}

/** Seat cards with the 4-digit codes on a slip to be cut off (PR-7); nobody but the operator prints them. */
export function seatCards(
  head: PaperHead,
  panel: readonly JudgeRow[],
  origin: string,
  codeOf: (judge: string) => CardCode,
): Paper {
  const { name } = head.settings;
  return {
    title: `${name}席卡与密码条`,
    style,
    body: markup`${panel.map((judge) => card(head, judge, origin, codeOf(judge.id)))}`,
  };
}

/** Characters of a name that fit on one line in the large size. */
const shortName = 4;

function card(
  { settings, marks }: PaperHead,
  { profile, code }: JudgeRow,
  origin: string,
  qr: CardCode,
): Markup {
  const party = settings.parties.find(({ id }) => id === profile.party)?.name ?? '';
  const size = [...profile.name].length <= shortName ? 'short' : 'long';
  return markup`<section class="card">
<div class="top"><span>${settings.shortName}</span><span>${marks.join(' · ')}</span><span>${profile.seat}号席</span></div>
<p class="name ${size}">${profile.name}</p>
<p class="party">${party}${profile.head ? '　评委组长' : ''}</p>
<div class="slip"><div class="code">4位密码<b>${code}</b>请沿虚线裁下，当面交给本人</div>
<div class="how">一、工作人员把本席平板扫码启用，本场只用一个网址：${origin}<br>二、点自己的姓名，输入4位密码，断网时也能用。<br>三、锁定前，别人看不到您打的分；公示不公布每位评委的分数。</div><div class="qr"><svg viewBox="0 0 ${qr.size} ${qr.size}" role="img" aria-label="${qr.link}"><path d="${qr.path}" shape-rendering="crispEdges"/></svg>用自己的手机：扫码、输密码</div></div>
</section>
`;
}
