import { expect, test } from 'vitest';
import { markup } from '../../markup.ts';
import { printJob, underName } from './print-job.ts';

test('styles of one paper hold inside its part alone', () => {
  const style = `
@page { size: A4; margin: 1mm; @bottom-center { content: counter(page); } }
@page :right { margin: 2mm; }
body { max-width: 5mm; }
h1, .grid td { color: #000; }
@media screen { body { padding: 1mm; } .a + .b { margin: 0; } }
`;
  expect(
    underName(style, 'part-1')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{}]) ?/g, '$1'),
  ).toBe(
    '@page part-1{size: A4; margin: 1mm; @bottom-center{content: counter(page);}}' +
      '@page part-1:right{margin: 2mm;}' +
      '.part-1{max-width: 5mm;}' +
      '.part-1 h1, .part-1 .grid td{color: #000;}' +
      '@media screen{.part-1{padding: 1mm;}.part-1 .a + .b{margin: 0;}}',
  );
});

test('parts keep their order and their own names', () => {
  const paper = (title: string) => ({ title, style: 'p { margin: 0; }', body: markup`<p>${title}</p>` });
  const { body, style } = printJob('一套', [paper('甲'), paper('乙')]);
  expect(body.text.replace(/\n/g, '')).toBe(
    '<div class="part part-1"><p>甲</p></div><div class="part part-2"><p>乙</p></div>',
  );
  expect(style).toContain('.part-2 p {');
});
