/**
 * The element at an index that is known to exist. Throws `RangeError` where it does not, so that a wrong index
 * can never turn into a silent zero.
 */
export function itemAt<T>(list: ArrayLike<T>, index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return item;
}

/** The value of a key that is known to exist. Throws `RangeError` where it does not. */
export function valueOf<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`no value for ${String(key)}`);
  return value;
}
