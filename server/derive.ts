import type { Context } from './context.ts';
import { sha256 } from './sha256.ts';

/**
 * A secret that follows from a label and the server's signing key (Ed25519 signatures are deterministic), so that
 * a retried operation shows the same code again although only its hash was ever stored.
 * @returns 64 hexadecimal digits nobody can compute without the key
 */
const derive = (context: Context, label: string): string => sha256(context.signer.sign(`derive\n${label}`));

/** Decimal digits for reading aloud; of 256 bits the bias is far below any use. */
export function derivedDigits(context: Context, label: string, length: number): string {
  const value = BigInt(`0x${derive(context, label)}`);
  return (value % 10n ** BigInt(length)).toString().padStart(length, '0');
}

/** 256 bits for a link, base64url. */
export const derivedToken = (context: Context, label: string): string =>
  Buffer.from(derive(context, label), 'hex').toString('base64url');
