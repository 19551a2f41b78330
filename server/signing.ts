import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Sign, VerifySignature } from '../shared/ledger/signature.ts';

/** The key that signs manifests and receipts. */
export type Signer = {
  /** Raw Ed25519 public key, base64url. */
  readonly publicKey: string;
  readonly sign: Sign;
};

/**
 * Loads the Ed25519 key at `path` (PKCS#8 PEM), or makes one when there is none, readable by its owner alone.
 * Throws when the file is there and is not an Ed25519 private key: a new one in its place would orphan every
 * receipt given so far.
 */
export function loadOrCreateSigner(path: string): Signer {
  if (!existsSync(path)) createKeyFile(path);
  const key = createPrivateKey(readFileSync(path));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} does not hold an Ed25519 key`);
  return {
    publicKey: rawPublicKey(key),
    sign: (message) => sign(null, bytes(message), key).toString('base64url'),
  };
}

export const verifySignature: VerifySignature = (message, signature, key) => {
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
    return verify(null, bytes(message), publicKey, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
};

// A key that is half written when the power goes would be taken for a broken one for ever.
function createKeyFile(path: string): void {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', 0o600);
  writeSync(file, pem.toString());
  fsyncSync(file);
  closeSync(file);
  renameSync(temporary, path);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function rawPublicKey(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (x === undefined) throw new Error('an Ed25519 key has a public part');
  return x;
}

const bytes = (message: string | Uint8Array): Uint8Array =>
  typeof message === 'string' ? Buffer.from(message, 'utf8') : message;
