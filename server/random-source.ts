import { randomFillSync } from 'node:crypto';

const poolBytes = 4096;

/**
 * Cryptographically random bytes, drawn from the system 4 KiB at a time: one draw costs as much as a whole ledger row.
 * Bytes are handed out once and never kept.
 */
export function randomSource(): (bytes: number) => Uint8Array {
  const pool = new Uint8Array(poolBytes);
  let used = poolBytes;
  return (bytes) => {
    if (bytes > poolBytes) return randomFillSync(new Uint8Array(bytes));
    if (used + bytes > poolBytes) {
      randomFillSync(pool);
      used = 0;
    }
    const taken = pool.slice(used, used + bytes);
    pool.fill(0, used, (used += bytes));
    return taken;
  };
}
