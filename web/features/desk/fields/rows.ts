/** The list with the row at `index` moved by `by` places; unchanged at the ends. */
export function moved<Row>(rows: readonly Row[], index: number, by: -1 | 1): Row[] {
  const next = [...rows];
  const [row] = next.splice(index, 1);
  if (row === undefined || index + by < 0 || index + by >= rows.length) return [...rows];
  next.splice(index + by, 0, row);
  return next;
}

/** The list without the row at `index`. */
export function without<Row>(rows: readonly Row[], index: number): Row[] {
  return rows.filter((_, at) => at !== index);
}

/** The first free id `<prefix>1`, `<prefix>2` … */
export function nextId(rows: readonly { id: string }[], prefix: string): string {
  const taken = new Set(rows.map(({ id }) => id));
  let number = rows.length + 1;
  while (taken.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}
