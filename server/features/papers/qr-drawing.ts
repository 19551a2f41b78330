import { qrPath, quietZone } from '../../../shared/qr-path.ts';

/** A QR code as a drawing for paper: its side in modules with the quiet zone, and the path of the dark ones. */
export interface QrDrawing {
  size: number;
  path: string;
}

/** Loads the maker of QR codes, which only printing needs. */
export async function qrDrawer(): Promise<(text: string) => QrDrawing> {
  const { default: qrcode } = await import('qrcode');
  return (text) => {
    const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
    const get = (row: number, column: number) => modules.get(row, column);
    return { size: modules.size + 2 * quietZone, path: qrPath({ size: modules.size, get }) };
  };
}
