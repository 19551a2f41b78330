import type { Sha256 } from '../hash.ts';
import type { VerifySignature } from '../signature.ts';

/** What verifying needs from its surroundings. */
export type VerifyTools = {
  readonly sha256: Sha256;
  readonly verifySignature: VerifySignature;
  /** Strict UTF-8, byte order mark kept; throws on malformed bytes. */
  readonly decodeUtf8: (bytes: Uint8Array) => string;
};
