import type { ClashRule } from '../model/clash.ts';

/**
 * Takes rules away as long as the others still clash, many at once where possible (deletion filter by halves).
 * @param rules that clash
 * @param clash whether rules clash; null: that could not be found out in the time given
 */
export function fewestRules(
  rules: readonly ClashRule[],
  clash: (rules: readonly ClashRule[]) => boolean | null,
): { rules: readonly ClashRule[]; smallest: boolean } {
  let kept = rules;
  let smallest = true;
  const pending: (readonly ClashRule[])[] = [rules];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const gone = new Set(part);
    const rest = kept.filter((rule) => !gone.has(rule));
    const stillClash = rest.length === 0 ? false : clash(rest);
    if (stillClash === true) kept = rest;
    else if (part.length > 1) pending.push(part.slice(part.length >> 1), part.slice(0, part.length >> 1));
    else if (stillClash === null) smallest = false;
    if (stillClash === null && part.length > 1) return { rules: kept, smallest: false };
  }
  return { rules: kept, smallest };
}
