/** What a pasted table of counts says: votes by order number, and the lines that cannot be read. */
export interface PastedVotes {
  counts: ReadonlyMap<number, number>;
  faults: readonly string[];
}

/**
 * Reads lines as they come out of a table: an order number first, the count last, anything between (a title) left
 * alone. Full-width digits and thousands separators are understood; a line without any digit is a heading.
 * @param orders numbers that are expected
 */
export function pastedVotes(text: string, orders: ReadonlySet<number>): PastedVotes {
  const counts = new Map<number, number>();
  const faults: string[] = [];
  for (const line of text.normalize('NFKC').split(/\r?\n/)) {
    const trimmed = line.trim();
    if (!/\d/.test(trimmed)) continue;
    const order = Number(/^(\d{1,4})(?!\d)\s*号?/.exec(trimmed)?.[1] ?? Number.NaN);
    const last = /(?:^|[\s,，:：])(\d{1,3}(?:,\d{3})+|\d{1,9})\s*票?$/.exec(trimmed)?.[1];
    const isWhole = last !== undefined && trimmed.length > String(order).length;
    if (!orders.has(order) || !isWhole || counts.has(order)) faults.push(trimmed);
    else counts.set(order, Number(last.replace(/,/g, '')));
  }
  return { counts, faults };
}

/** A typed count as a number; null where it is not a whole one. */
export function typedCount(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim().replace(/,/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}
