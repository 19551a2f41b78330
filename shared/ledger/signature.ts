import Type from 'typebox';

/** An Ed25519 signature (RFC 8032), 64 bytes as base64url without padding; the last digit carries 2 bits. */
export const Signature = Type.String({ pattern: '^[0-9A-Za-z_-]{85}[AQgw]$' });

/** Signs bytes (a string stands for its UTF-8 bytes); answers a `Signature`. */
export type Sign = (message: string | Uint8Array) => string;

/** Whether `signature` is the one of `message` by the raw public key `key` (base64url); false, never an error. */
export type VerifySignature = (message: string | Uint8Array, signature: string, key: string) => boolean;
