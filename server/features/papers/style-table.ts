/** Tables of the papers to be signed, and the lines under them. */
export const tableStyle = `
.grid { width: calc(100% - 0.6mm); margin: 0 0.3mm; table-layout: fixed; }
.grid th, .grid td { padding: 0.6mm 1pt; border: 0.5pt solid #000; text-align: center; font-weight: 400; line-height: 1.15; }
.grid th { font-family: var(--hei); }
.grid .left { padding-left: 2pt; text-align: left; }
.grid .bare, .grid tbody.bare { border: 0; padding: 0; }
.grid .head th { border-top-width: 1.2pt; }
.grid tbody { border-top: 1.2pt solid #000; border-bottom: 1.2pt solid #000; }
h1 { font-family: var(--song-title); font-size: 18pt; line-height: 1.3; text-align: center; letter-spacing: 0.04em; }
.meta { display: flex; justify-content: space-between; margin: 2mm 0; text-align: left; font-family: var(--fangsong); font-size: 9.5pt; }
.meta span + span { margin-left: 8mm; white-space: nowrap; }
.sign { display: flex; align-items: flex-end; padding-top: 8mm; font-family: var(--fangsong); font-size: 11pt; }
.sign span { white-space: nowrap; padding-right: 2mm; }
.sign i { flex: 1; margin-right: 4mm; border-bottom: 0.75pt solid #000; height: 7mm; }
.foot { display: flex; justify-content: space-between; padding-top: 4mm; font-family: var(--fangsong); font-size: 8pt; }
.foot span + span { margin-left: 4mm; }
s { text-decoration-thickness: 1pt; }
`;
