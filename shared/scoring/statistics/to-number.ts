/** n/d as the nearest double. Only for figures beside the score; no mark or rank passes through here. */
export function toNumber(n: bigint, d: bigint): number {
  if (d < 0n) return toNumber(-n, -d);
  if (n < 0n) return -toNumber(-n, d);
  // 64 bits of the quotient and a bit for what is cut off: Number() then rounds to nearest as it should.
  const shift = Math.max(0, 64 + bitLength(d) - bitLength(n));
  const scaled = n << BigInt(shift);
  const rest = scaled % d === 0n ? 0n : 1n;
  return Number((scaled / d) | rest) / 2 ** shift;
}

function bitLength(n: bigint): number {
  return n.toString(2).length;
}
