import type { ScorebookFile } from '../../scoring/scorebook/types.ts';
import type { Sha256 } from '../hash.ts';
import type { VerifySignature } from '../signature.ts';

/** A scorebook computed anew: its content and the checksum of its result, or what is wrong with it. */
export type Recomputed =
  { readonly scorebook: ScorebookFile; readonly checksum: string } | { readonly faults: readonly string[] };

/** What verifying needs from its surroundings. */
export type VerifyTools = {
  readonly sha256: Sha256;
  readonly verifySignature: VerifySignature;
  /** Strict UTF-8, byte order mark kept; throws on malformed bytes. */
  readonly decodeUtf8: (bytes: Uint8Array) => string;
  /** Parses and ranks the text of a `scorebook.json`. */
  readonly recompute: (text: string) => Recomputed;
};
