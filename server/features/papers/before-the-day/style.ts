import { tableStyle } from '../style-table.ts';

/** Upright A4 with one table or a few paragraphs: lists to be signed, read aloud, hung on the door. */
export const listStyle = `${tableStyle}
@page { size: A4; margin: 14mm 16mm 13mm; }
body { max-width: 178mm; font-size: 11pt; line-height: 1.6; }
.leaf + .leaf { break-before: page; page-break-before: always; }
h1 { margin-bottom: 2mm; font-size: 17pt; }
h2 { margin: 4mm 0 1mm; font-family: var(--hei); font-size: 12.5pt; line-height: 1.4; break-after: avoid; page-break-after: avoid; }
.lead { margin-bottom: 2mm; text-align: center; font-size: 11pt; }
.grid { font-size: 10.5pt; }
.grid th, .grid td { height: 9mm; padding: 0.8mm 1.5mm; }
.grid .tall td { height: 12mm; }
.grid .mid td { background: none; font-family: var(--hei); text-align: left; }
ol { margin: 0; padding-left: 2em; }
.note { margin-top: 3mm; font-size: 10pt; }
.sign { padding-top: 6mm; }
`;
