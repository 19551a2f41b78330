const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A sortable id: 10 characters of time (ms, Crockford base 32) and 10 random ones (50 bits).
 * @param now milliseconds since 1970
 * @param random at least 10 random bytes
 */
export function makeId(now: number, random: Uint8Array): string {
  let time = '';
  for (let rest = now, i = 0; i < 10; i += 1, rest = Math.floor(rest / 32))
    time = alphabet.charAt(rest % 32) + time;
  let tail = '';
  for (let i = 0; i < 10; i += 1) tail += alphabet.charAt((random[i] ?? 0) % 32);
  return time + tail;
}

/** `length` decimal digits from random bytes (bytes ≥ 250 are passed over, so that every digit is equally likely). */
export function makeDigits(length: number, nextByte: () => number): string {
  let digits = '';
  while (digits.length < length) {
    const byte = nextByte();
    if (byte < 250) digits += (byte % 10).toString();
  }
  return digits;
}
