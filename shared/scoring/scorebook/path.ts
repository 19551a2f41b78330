const PLAIN_KEY = /^[\p{ID_Start}_$][\p{ID_Continue}$-]*$/u;

/** The path of a member: `rules` + `trim` → `rules.trim`, `sheets` + 12 → `sheets[12]`, odd keys in quotes. */
export function childPath(parent: string, key: string | number): string {
  if (typeof key === 'number') return `${parent}[${key}]`;
  if (!PLAIN_KEY.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === '' ? key : `${parent}.${key}`;
}
