/** Styles of the public pages: a constant, since the browser takes it by its hash alone. Colours are the product's own. */
export const pageStyle = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #f6f3ec; color: #1b2027; font: 17px/1.75 -apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", sans-serif; overflow-wrap: break-word; }
.bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; max-width: 46rem; margin: 0 auto; padding: 10px 16px; }
.brand { display: flex; align-items: center; font-size: 20px; font-weight: 600; letter-spacing: 0.14em; }
.mark { width: 32px; height: 32px; margin-right: 10px; }
main { max-width: 46rem; margin: 0 auto; padding: 0 16px 24px; }
h1, h2, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h1 { font-size: 25px; line-height: 1.4; }
h2 { font-size: 20px; line-height: 1.5; margin: 28px 0 8px; }
p + p { margin-top: 8px; }
a { color: #124c70; }
:focus-visible { outline: 3px solid #124c70; outline-offset: 2px; }
.kind { color: #5a616b; }
.by { color: #454c56; margin-top: 6px; }
.hint { color: #5a616b; }
.tag { display: inline-block; padding: 0 8px; border: 1px solid currentColor; border-radius: 4px; color: #5a616b; font-size: 14px; line-height: 22px; }
.deadline { margin: 16px 0; padding: 14px 16px; border: 1px solid #a9c0ce; border-radius: 10px; background: #e5eef3; }
.deadline--over { border-color: #ddd7ca; background: #ece8de; }
.deadline b { display: block; font-size: 20px; line-height: 1.5; }
.button { display: block; margin-top: 10px; padding: 14px; border-radius: 10px; border-bottom: 4px solid #0b3550; background: #124c70; color: #fff; font-size: 20px; font-weight: 600; text-align: center; text-decoration: none; }
.button:hover { background: #0b3550; }
.answers { background: #fff; border-radius: 10px; }
.answers div { padding: 12px 16px; }
.answers div + div { border-top: 1px solid #ddd7ca; }
dt { font-weight: 600; color: #124c70; }
ul { padding-left: 1.3em; }
.steps { list-style: none; }
.steps li { position: relative; padding: 0 0 14px 22px; border-left: 3px solid #a9c0ce; margin-left: 8px; }
.steps li::before { content: ""; position: absolute; left: -9px; top: 8px; width: 15px; height: 15px; border: 3px solid #124c70; border-radius: 50%; background: #f6f3ec; }
.steps .is-now::before { background: #f2b84b; }
.criteria { list-style: none; }
.notices { margin: 16px 0; padding: 4px 16px 12px; border: 2px solid #124c70; border-radius: 10px; background: #fff; }
h3 { margin: 18px 0 8px; }
h4 { margin: 12px 0 8px; color: #454c56; }
.criteria > li { padding: 12px 16px; background: #fff; border-radius: 10px; margin-bottom: 10px; }
.criterion { display: flex; justify-content: space-between; font-size: 18px; }
.num { font-variant-numeric: tabular-nums; white-space: nowrap; }
table { width: 100%; margin-top: 8px; border-collapse: collapse; font-size: 15px; line-height: 1.6; }
th, td { padding: 4px 6px; border-top: 1px solid #ddd7ca; text-align: left; vertical-align: top; }
.phone { display: inline-block; padding: 8px 0; font-weight: 600; white-space: nowrap; }
footer { max-width: 46rem; margin: 0 auto; padding: 12px 16px 40px; color: #5a616b; }
@media print { body { background: #fff; font-size: 12pt; } .button { display: none; } .criteria > li, .answers div { break-inside: avoid; } }
`;
