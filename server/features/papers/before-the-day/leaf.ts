import { markup } from '../../../markup.ts';
import type { Markup } from '../../../markup.ts';
import { footLine } from '../parts.ts';
import { beijingTime } from '../words.ts';
import type { Preparation } from './data.ts';

/** The competition's name and, on a line of its own, what the paper is. */
export const named = ({ head }: Preparation, what: string): Markup =>
  markup`${head.settings.name}<br>${what}`;

/** A part that begins a page: its heading, its content, and the small print at its end. */
export const leaf = ({ head, printedAt }: Preparation, heading: Markup | string, content: Markup): Markup =>
  markup`<section class="leaf">
<h1>${heading}</h1>
${content}
${footLine(head, head.settings.shortName, `打印${beijingTime(printedAt)}`)}
</section>
`;

/** Empty rows to be written by hand. */
export const emptyRows = (count: number, columns: number): Markup[] =>
  Array.from(
    { length: count },
    () => markup`<tr class="tall">${Array.from({ length: columns }, () => markup`<td></td>`)}</tr>
`,
  );
