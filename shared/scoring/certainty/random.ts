import type { Sha256 } from '../../ledger/hash.ts';

/**
 * Numbers that anybody can draw again from the seed: a stream of bytes whose n-th block is SHA-256 of `seed|n`, n from
 * 0. `below(k)` takes the next byte modulo k, or the next two, the first the higher, where k is above 256 (up to
 * 65,536), passing over values at the upper end that would favour small numbers; two bytes never come of two blocks.
 */
export function seededDraws(seed: string, sha256: Sha256): (below: number) => number {
  let block = '';
  let blocks = 0;
  let at = 0;
  const next = (digits: number): number => {
    if (at + digits > block.length) {
      block = sha256(`${seed}|${blocks}`);
      blocks += 1;
      at = 0;
    }
    at += digits;
    return Number.parseInt(block.slice(at - digits, at), 16);
  };
  return (below) => {
    const digits = below > 256 ? 4 : 2;
    const values = 16 ** digits;
    const fair = values - (values % below);
    let value = next(digits);
    while (value >= fair) value = next(digits);
    return value % below;
  };
}
