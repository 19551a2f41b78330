import { createHmac } from 'node:crypto';
import type { DrawHashes } from '../../shared/panels/draw.ts';
import { sha256 } from '../sha256.ts';

/** The hashes of a draw by node:crypto. */
export const drawHashes: DrawHashes = {
  sha256,
  hmac: (key, message) => createHmac('sha256', key).update(message).digest('hex'),
};
