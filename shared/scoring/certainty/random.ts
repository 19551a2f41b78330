import type { Sha256 } from '../../ledger/hash.ts';

const WORDS = 2 ** 32;

/**
 * Numbers that anybody can draw again from the seed: the n-th block of eight 32-bit words, most significant byte
 * first, is SHA-256 of `seed|n`, n from 0. `below(k)` takes the next word modulo k, passing over the words at the
 * upper end that would favour small numbers.
 */
export function seededDraws(seed: string, sha256: Sha256): (below: number) => number {
  let block = '';
  let blocks = 0;
  const nextWord = (): number => {
    if (block === '') {
      block = sha256(`${seed}|${blocks}`);
      blocks += 1;
    }
    const word = Number.parseInt(block.slice(0, 8), 16);
    block = block.slice(8);
    return word;
  };
  return (below) => {
    const fair = WORDS - (WORDS % below);
    let word = nextWord();
    while (word >= fair) word = nextWord();
    return word % below;
  };
}
