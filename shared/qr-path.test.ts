import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

const modules = (...rows: string[]) => ({
  size: rows.length,
  get: (row: number, column: number) => Number(rows[row]?.charAt(column) === '#'),
});

test('no dark module → empty path', () => {
  expect(qrPath(modules('..', '..'))).toBe('');
});

test('run of three and a single one → one rectangle each, behind the quiet zone', () => {
  expect(qrPath(modules('###', '...', '..#'))).toBe('M4 4h3v1h-3zM6 6h1v1h-1z');
});

test('two runs in one row → two rectangles', () => {
  expect(qrPath(modules('#.#', '...', '...'))).toBe('M4 4h1v1h-1zM6 4h1v1h-1z');
});
