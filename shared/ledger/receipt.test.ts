import { expect, test } from 'vitest';
import { receiptBody, receiptCode } from './receipt.ts';

const hash = '282cb895680810f8d87d28e59342ef55dc549de12499fc93a3aff9bd31e6e980';

test('a receipt → its canonical text, without what else the object carries', () => {
  const receipt = { seq: 3, at: 1_760_000_000_000, hash, competition: 'demo-2026', code: '282C-B895' };
  expect(receiptBody(receipt)).toBe(
    `{"at":1760000000000,"competition":"demo-2026","hash":"${hash}","seq":3}`,
  );
});

test('a hash → two groups to read aloud', () => {
  expect(receiptCode(hash)).toBe('282C-B895');
});
