import { markup } from '../../../markup.ts';
import type { Paper } from '../paper.ts';
import type { Preparation } from './data.ts';

/** Lying A4, folded along the middle: the name stands on both sides, the upper one upside down. */
const plateStyle = `
@page { size: A4 landscape; margin: 0; }
body { width: 297mm; padding: 0; }
.plate { height: 209mm; break-inside: avoid; page-break-inside: avoid; break-after: page; page-break-after: always; }
.plate:last-child { break-after: auto; page-break-after: auto; }
.side { position: relative; height: 104mm; display: flex; align-items: center; justify-content: center; padding: 0 12mm; font-family: var(--hei); text-align: center; line-height: 1.1; }
.side:first-child { transform: rotate(180deg); border-top: 0.5pt dashed #000; }
.side small { position: absolute; left: 12mm; right: 12mm; bottom: 7mm; font-family: var(--fangsong); font-size: 12pt; }
.short { font-size: 110pt; letter-spacing: 0.12em; }
.long { font-size: 60pt; }
`;

/** Characters of a name that fit on one line in the large size. */
const shortName = 4;

/** Name plates of the judges (桌牌), to be folded. */
export function tablePlates({ head, judges }: Preparation): Paper {
  const { name, shortName: contest } = head.settings;
  return {
    title: `${name}评委桌牌`,
    style: plateStyle,
    body: markup`${judges.map(({ profile }) => {
      const size = [...profile.name].length <= shortName ? 'short' : 'long';
      const side = markup`<div class="side ${size}"><span>${profile.name}</span><small>${contest}\u3000${head.marks.join(' · ')}</small></div>`;
      return markup`<section class="plate">${side}${side}</section>
`;
    })}`,
  };
}

/** Two plates a page, to be cut: what an applicant holds up. */
const numberStyle = `
@page { size: A4; margin: 0; }
body { width: 210mm; padding: 0; }
.card { height: 148mm; padding: 9mm 12mm 7mm; break-inside: avoid; page-break-inside: avoid; border-bottom: 0.5pt dashed #000; display: flex; flex-direction: column; text-align: center; }
.card:nth-child(even) { border-bottom: 0; break-after: page; page-break-after: always; }
.card:last-child { break-after: auto; page-break-after: auto; }
.top { font-size: 11pt; }
.number { flex: 1; display: flex; align-items: center; justify-content: center; font-family: var(--num); font-weight: 700; font-size: 200pt; line-height: 1; }
.title { font-family: var(--hei); font-size: 18pt; line-height: 1.3; }
.by { font-size: 12pt; }
`;

/** The order numbers to be held up (出场号牌); a withdrawn project needs none. */
export function numberPlates({ head, order }: Preparation): Paper {
  const { name, shortName: contest } = head.settings;
  return {
    title: `${name}出场号牌`,
    style: numberStyle,
    body: markup`${order
      .filter(({ status }) => status !== 'withdrawn')
      .map(
        (one) => markup`<section class="card"><p class="top">${contest}\u3000${head.marks.join(' · ')}</p>
<p class="number">${one.order}</p>
<p class="title">${one.title}</p><p class="by">${one.applicantName}</p></section>
`,
      )}`,
  };
}
