import { hash } from 'node:crypto';
import type { Sha256 } from '../shared/ledger/hash.ts';

/** SHA-256 by node:crypto: what the server and the command line hand to the pure folders. */
export const sha256: Sha256 = (data) => hash('sha256', data, 'hex');
