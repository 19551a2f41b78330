/** HTML that is safe to send: made by `markup` alone, which escapes whatever else is put into it. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | null | readonly Part[];

/**
 * Template for HTML. Strings are escaped, lists are joined, null is nothing; only `Markup` goes in as it is.
 * Usage: markup`<td>${title}</td>${rows.map((row) => markup`<tr>…</tr>`)}`.
 */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(texts.map((text, index) => text + rendered(parts[index] ?? null)).join(''));
}

function rendered(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (part === null) return '';
  if (typeof part === 'object') return part.map(rendered).join('');
  return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
