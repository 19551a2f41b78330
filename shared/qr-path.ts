/** A square of modules as the QR package gives it. */
export interface Modules {
  readonly size: number;
  get(row: number, column: number): number;
}

/** Quiet zone around a QR code, in modules (ISO/IEC 18004 asks for four). */
export const quietZone = 4;

/** SVG path of the dark modules, one unit each, runs of a row drawn together. */
export function qrPath({ size, get }: Modules): string {
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!get(row, column)) continue;
      const start = column;
      while (column + 1 < size && get(row, column + 1)) column += 1;
      path += `M${start + quietZone} ${row + quietZone}h${column - start + 1}v1h-${column - start + 1}z`;
    }
  }
  return path;
}
