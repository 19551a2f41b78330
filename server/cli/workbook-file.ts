import { readFile, writeFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Grid, GridCell } from '../../shared/scoring/sheet-table/grid.ts';
import type { TemplateSheet } from '../../shared/scoring/sheet-table/template.ts';

/** Every worksheet of an .xlsx file. Rejects where the file cannot be read or is no such workbook. */
export async function readWorkbook(path: string): Promise<Grid[]> {
  const workbook = new ExcelJS.Workbook();
  const bytes = new Uint8Array(await readFile(path));
  await workbook.xlsx.load(bytes.buffer);
  return workbook.worksheets.map(gridOf);
}

function gridOf(worksheet: ExcelJS.Worksheet): Grid {
  const rows = Array.from({ length: worksheet.rowCount }, (_, r) => {
    const row = worksheet.findRow(r + 1);
    return Array.from({ length: row?.cellCount ?? 0 }, (__, c) => gridCell(row?.findCell(c + 1)));
  });
  return { name: worksheet.name, rows };
}

function gridCell(cell: ExcelJS.Cell | undefined): GridCell {
  // The value of a merged cell is that of the first one, its format too.
  return cell === undefined ? null : cellOf(cell.value, cell.master.numFmt);
}

function cellOf(value: ExcelJS.CellValue | undefined, format: string | undefined): GridCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number') return { kind: 'number', value, format: format ?? 'General' };
  if (typeof value === 'boolean') return { kind: 'odd', what: 'boolean', text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) return { kind: 'odd', what: 'date', text: value.toISOString().slice(0, 10) };
  if ('error' in value) return { kind: 'odd', what: 'error', text: value.error };
  if ('richText' in value) return { kind: 'text', text: value.richText.map(({ text }) => text).join('') };
  if ('hyperlink' in value) return cellOf(value.text, format);
  if ('checkbox' in value) return { kind: 'odd', what: 'boolean', text: value.checkbox ? 'TRUE' : 'FALSE' };
  return value.result === undefined
    ? { kind: 'odd', what: 'uncomputed', text: '' }
    : cellOf(value.result, format);
}

/** Writes a workbook of plain tables. Rejects with `EEXIST` rather than write over a file. */
export async function writeTemplate(path: string, sheets: readonly TemplateSheet[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, widths, headings, rows } of sheets) {
    const worksheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: headings }] });
    worksheet.columns = widths.map((width) => ({ width }));
    for (const row of rows) worksheet.addRow([...row]);
    for (let r = 1; r <= headings; r += 1) worksheet.getRow(r).font = { bold: true };
    worksheet.eachRow((row) => (row.alignment = { vertical: 'middle', wrapText: true }));
  }
  await writeFile(path, Buffer.from(await workbook.xlsx.writeBuffer()), { flag: 'wx' });
}
