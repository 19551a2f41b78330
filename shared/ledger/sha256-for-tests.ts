import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Sha256 } from './hash.ts';

/** A real SHA-256 for the tests of pure code: the one the browser has, so that both sides are tried. */
export const sha256: Sha256 = (data) =>
  bytesToHex(digest(typeof data === 'string' ? utf8ToBytes(data) : data));
