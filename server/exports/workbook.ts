import type ExcelJS from 'exceljs';
import { stopZipClock } from './zip-clock.ts';

/** A number to count with, or text that stays text; null: an empty cell. */
export type Cell = string | number | null;

export interface Column {
  heading: string;
  /** Characters of Latin text, the unit of the format; a Chinese character takes two. */
  width: number;
  /** Number format, e.g. `0.00`. */
  format?: string;
}

export interface Worksheet {
  name: string;
  /** Printed in large letters above the table. */
  title: string;
  landscape: boolean;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** Number formats of single cells by `row,column` from 0. */
  formats?: ReadonlyMap<string, string>;
}

/** Text format: a cell that starts with `= + - @` stays text even when somebody edits it. */
const textFormat = '@';
const yieldEvery = 200;

/**
 * Writes an .xlsx: title, headings, rows; frozen and repeated headings, A4. The same content gives the same bytes.
 * @param at milliseconds since 1970, as the file's own date
 */
export async function writeWorkbook(worksheets: readonly Worksheet[], at: number): Promise<Uint8Array> {
  // Loaded when the first file is written: it is a third of the server's start otherwise.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.created = new Date(at);
  workbook.modified = new Date(at);
  for (const worksheet of worksheets) await addWorksheet(workbook, worksheet);
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  stopZipClock(bytes);
  return bytes;
}

async function addWorksheet(workbook: ExcelJS.Workbook, worksheet: Worksheet): Promise<void> {
  const { name, title, landscape, columns, rows, formats } = worksheet;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: {
      paperSize: 9, // A4
      orientation: landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:2',
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 },
    },
    headerFooter: { oddFooter: '第&P页，共&N页' },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const titleRow = sheet.addRow([title]);
  sheet.mergeCells(1, 1, 1, columns.length);
  titleRow.height = 28;
  titleRow.getCell(1).font = { size: 16 };
  titleRow.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
  const headings = sheet.addRow(columns.map(({ heading }) => heading));
  headings.font = { bold: true };
  headings.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  for (const [index, row] of rows.entries()) {
    // Other requests are not to wait for a long table.
    if (index % yieldEvery === yieldEvery - 1) await new Promise(setImmediate);
    const cells = sheet.addRow([...row]);
    for (const [at, value] of row.entries()) {
      const cell = cells.getCell(at + 1);
      if (typeof value === 'string') cell.numFmt = textFormat;
      else cell.numFmt = formats?.get(`${index},${at}`) ?? columns[at]?.format ?? 'General';
      cell.alignment = { vertical: 'middle', wrapText: typeof value === 'string' };
    }
  }
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    row.eachCell({ includeEmpty: true }, (cell) => {
      const line = { style: 'thin' } as const;
      cell.border = { top: line, left: line, bottom: line, right: line };
    });
  });
}
