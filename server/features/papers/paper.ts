import { createHash } from 'node:crypto';
import type { FileReply } from '../../http/server.ts';
import { Markup, markup } from '../../markup.ts';

/** One printed document: complete in itself, black on white, without brand. */
export interface Paper {
  title: string;
  /** Styles of this document after those of all; a constant, never made from data. */
  style: string;
  body: Markup;
}

/**
 * Styles of every paper. Faces by local name, never embedded (ux.md C.9); page numbers show where the browser
 * prints margin boxes (Chromium 131 and newer).
 */
const commonStyle = `
:root {
  --song-title: "FZXiaoBiaoSong-B05S", "方正小标宋简体", "STZhongsong", "华文中宋", "SimSun", "Noto Serif CJK SC", serif;
  --fangsong: "FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", serif;
  --hei: "SimHei", "黑体", "STHeiti", "Noto Sans CJK SC", sans-serif;
  --kai: "KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "Noto Serif CJK SC", serif;
  --num: "Helvetica Neue", "Microsoft YaHei", "Noto Sans CJK SC", Arial, sans-serif;
}
* { box-sizing: border-box; }
html { color: #000; background: #fff; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; font-family: var(--fangsong); text-autospace: no-autospace; }
h1, h2, p, table { margin: 0; padding: 0; font-weight: 400; }
table { border-collapse: collapse; }
tr, .together { break-inside: avoid; page-break-inside: avoid; }
.num { font-family: var(--num); font-variant-numeric: tabular-nums; }
.line { display: inline-block; border-bottom: 0.75pt solid #000; }
@media screen { body { padding: 12mm; } }
`;

/** The document as one HTML text. */
export function paperHtml({ title, style, body }: Paper): string {
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(commonStyle + style)}</style>
</head>
<body>
${body}
</body>
</html>
`.text;
}

/** The document as a reply that keeps its stylesheet under the strict policy. */
export function paperReply(paper: Paper): FileReply {
  const hash = createHash('sha256')
    .update(commonStyle + paper.style)
    .digest('base64');
  return { type: 'text/html; charset=utf-8', body: paperHtml(paper), styleHash: `sha256-${hash}` };
}
