import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RosterEntry } from '../../../shared/contract/devices.ts';

/** Whether the code is this judge's, checked on the device: SHA-256 of salt, colon and code, as the roster says. */
export const codeMatches = ({ salt, verifier }: RosterEntry, code: string): boolean =>
  bytesToHex(sha256(utf8ToBytes(`${salt}:${code}`))) === verifier;
