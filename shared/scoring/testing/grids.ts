import type { Grid, GridCell } from '../sheet-table/grid.ts';

/**
 * A worksheet drawn as text: a line per row, cells between bars, `''` for an empty one. A cell that reads as a number
 * is a number cell, `=0.5[0.0]` one with a format.
 */
export function drawnGrid(name: string, drawing: string): Grid {
  const lines = drawing.split('\n').map((line) => line.trim());
  const rows = lines
    .slice(1, -1)
    .map((line) => (line === '' ? [] : line.split('|').map((cell) => drawnCell(cell))));
  return { name, rows };
}

function drawnCell(drawn: string): GridCell {
  const text = drawn.replace(/^ | $/gu, '');
  if (text === '') return null;
  const [, value, format = 'General'] = /^=?(-?\d+(?:\.\d+)?(?:e-?\d+)?)(?:\[(.*)\])?$/u.exec(text) ?? [];
  return value === undefined ? { kind: 'text', text } : { kind: 'number', value: Number(value), format };
}
