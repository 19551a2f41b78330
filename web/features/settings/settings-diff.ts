/** One place where two settings differ; `path` like `money.pool` or `rubric.criteria[2].max`. */
export interface Difference {
  path: string;
  mine: unknown;
  theirs: unknown;
}

/** Leaves in which two JSON values differ, in the order of the first. A list of another length differs as a whole. */
export function differences(mine: unknown, theirs: unknown, path = ''): Difference[] {
  if (Array.isArray(mine) && Array.isArray(theirs) && mine.length === theirs.length)
    return mine.flatMap((value, index) => differences(value, theirs[index], `${path}[${index}]`));
  if (isRecord(mine) && isRecord(theirs)) {
    const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
    return keys.flatMap((key) => differences(mine[key], theirs[key], path === '' ? key : `${path}.${key}`));
  }
  return JSON.stringify(mine) === JSON.stringify(theirs) ? [] : [{ path, mine, theirs }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
