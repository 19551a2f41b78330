import { expect, test } from 'vitest';
import { markup } from './markup.ts';

test('whatever is not markup → escaped, in text and in attributes', () => {
  const evil = `<script>alert("1")</script>'&`;
  expect(markup`<p title="${evil}">${evil}</p>`.text).toBe(
    '<p title="&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#39;&#38;">&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#39;&#38;</p>',
  );
});

test('markup and lists of it → as they are; null → nothing', () => {
  const items = ['甲', '<乙>'].map((name) => markup`<li>${name}</li>`);
  expect(markup`<ul>${items}</ul>${null}${7}`.text).toBe('<ul><li>甲</li><li>&#60;乙&#62;</li></ul>7');
});
