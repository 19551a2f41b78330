/** One project on an A4 page: its marks, the steps below, the score large. */
export const derivationStyle = `
@page { size: A4; margin: 12mm 14mm 12mm; }
body { max-width: 182mm; }
.page + .page { break-before: page; page-break-before: always; }
h1 { margin-bottom: 3mm; }
.who { display: flex; align-items: baseline; font-size: 12pt; }
.who span { margin-right: 5mm; } .who .title { flex: 1; font-family: var(--hei); }
.score { display: flex; justify-content: flex-end; align-items: baseline; margin: 1mm 0; font-size: 13pt; }
.score b { margin-left: 6mm; font-size: 22pt; }
.rule { margin: 1mm 0 3mm; font-size: 9.5pt; line-height: 1.5; }
.note { margin: 6mm 0; font-size: 12pt; }
.grid th, .grid td { height: 6.4mm; font-size: 9.5pt; }
.grid th { font-size: 8.5pt; }
.grid .left { padding-left: 2mm; }
.seat { width: 46mm; } .total { width: 17mm; } .use { width: 26mm; }
.steps { margin: 4mm 0 0; padding-left: 7mm; font-size: 10.5pt; line-height: 1.65; }
.steps li { break-inside: avoid; page-break-inside: avoid; }
.steps .num { overflow-wrap: anywhere; }
.blank { margin-top: 4mm; font-size: 11pt; line-height: 2; }
.blank i { display: block; height: 8mm; border-bottom: 0.5pt solid #000; }
`;
