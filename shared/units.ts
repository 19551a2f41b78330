declare const unit: unique symbol;

/** Money in fen (1 yuan = 100 fen), a safe integer. */
export type Fen = number & { readonly [unit]?: 'fen' };

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [unit]?: 'instant' };

/** `1234500` → `12,345.00`; whole yuan drop the decimals unless `always`. */
export function formatYuan(fen: Fen, always = false): string {
  const sign = fen < 0 ? '-' : '';
  const absolute = Math.abs(fen);
  const yuan = Math.floor(absolute / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = absolute % 100;
  return rest === 0 && !always ? `${sign}${yuan}` : `${sign}${yuan}.${rest.toString().padStart(2, '0')}`;
}

/**
 * Reads an amount as people type it (`12,345.6`, `１２３元`, `¥88`).
 * @returns fen, or null when it is not an amount of yuan with at most two decimals.
 */
export function parseYuan(text: string): Fen | null {
  const plain = text.normalize('NFKC').replace(/[,\s¥￥元]/g, '');
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
