import { Markup, markup } from '../../markup.ts';
import type { Paper } from './paper.ts';

/**
 * Several papers as one document, to be printed in one job: each keeps its own page size, margins and styles, which
 * are put under a name of its own (named pages: Chromium 85 and newer; older browsers print all on the first's pages).
 */
export function printJob(title: string, papers: readonly Paper[]): Paper {
  const style = papers.map((paper, index) => underName(paper.style, `part-${index + 1}`)).join('\n');
  return {
    title,
    style: `${style}
body { max-width: none; }
.part + .part { break-before: page; page-break-before: always; }
${papers.map((_paper, index) => `.part-${index + 1} { page: part-${index + 1}; margin: 0 auto; }`).join('\n')}
`,
    body: markup`${papers.map(
      ({ body }, index) => markup`<div class="part part-${index + 1}">
${new Markup(body.text)}
</div>
`,
    )}`,
  };
}

/** The stylesheet of one paper, valid inside `.name` alone: rules get it as ancestor, `body` becomes it, pages its name. */
export function underName(style: string, name: string): string {
  return rulesOf(style)
    .map(({ selector, body }) => {
      if (selector.startsWith('@page'))
        return `@page ${name}${selector.slice('@page'.length).trim()} {${body}}`;
      if (selector.startsWith('@')) return `${selector} {${underName(body, name)}}`;
      const scoped = selector
        .split(',')
        .map((one) => one.trim())
        .map((one) => (one === 'body' ? `.${name}` : `.${name} ${one}`));
      return `${scoped.join(', ')} {${body}}`;
    })
    .join('\n');
}

/** The top-level rules of a stylesheet without comments or braces in strings, as those of the papers are. */
function rulesOf(style: string): { selector: string; body: string }[] {
  const rules: { selector: string; body: string }[] = [];
  let at = 0;
  for (;;) {
    const open = style.indexOf('{', at);
    if (open < 0) return rules;
    let depth = 1;
    let end = open + 1;
    for (; depth > 0 && end < style.length; end += 1)
      depth += style[end] === '{' ? 1 : style[end] === '}' ? -1 : 0;
    rules.push({ selector: style.slice(at, open).trim(), body: style.slice(open + 1, end - 1) });
    at = end;
  }
}
