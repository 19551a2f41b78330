import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadOrCreateSigner, verifySignature } from './signing.ts';

type Facts = {
  rfc8032: { seed: string; pub: string; msg: string; sig: string }[];
  receipt: { pub: string; message: string; sig: string };
};
const facts: Facts = JSON.parse(
  readFileSync(new URL('../fixtures/ledger/ed25519-chain.json', import.meta.url), 'utf8'),
);

const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
const freshPath = () => join(mkdtempSync(join(tmpdir(), 'gongping-key-')), 'signing.key');

/** A key file as the server keeps it, from the 32 bytes of a standard's test. */
function keyFile(seed: string, pub: string): string {
  const jwk = { kty: 'OKP', crv: 'Ed25519', d: base64url(seed), x: base64url(pub) };
  const path = freshPath();
  writeFileSync(path, createPrivateKey({ key: jwk, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' }));
  return path;
}

describe('the tests of RFC 8032, section 7.1', () => {
  test.each(facts.rfc8032)('message "$msg" → the signature of the standard', ({ seed, pub, msg, sig }) => {
    const signer = loadOrCreateSigner(keyFile(seed, pub));
    const message = Buffer.from(msg, 'hex');
    expect(signer.publicKey).toBe(base64url(pub));
    expect(signer.sign(message)).toBe(base64url(sig));
    expect(verifySignature(message, base64url(sig), base64url(pub))).toBe(true);
    expect(verifySignature(Buffer.concat([message, Buffer.of(0)]), base64url(sig), base64url(pub))).toBe(
      false,
    );
  });
});

test('the receipt of the worked example → verifies, and with one digit changed does not', () => {
  const { pub, message, sig } = facts.receipt;
  expect(verifySignature(message, base64url(sig), base64url(pub))).toBe(true);
  expect(verifySignature(message.replace('2', '3'), base64url(sig), base64url(pub))).toBe(false);
});

test('a key or signature that is none → false, no error', () => {
  const [{ pub, sig }] = facts.rfc8032 as [Facts['rfc8032'][0]];
  expect(verifySignature('', '', base64url(pub))).toBe(false);
  expect(verifySignature('', base64url(sig), '')).toBe(false);
  expect(verifySignature('', base64url(sig), 'x'.repeat(43))).toBe(false);
});

describe('loadOrCreateSigner', () => {
  test('no key file → one readable by its owner alone, nothing else left in the folder', () => {
    const path = freshPath();
    const { publicKey } = loadOrCreateSigner(path);
    expect(publicKey).toMatch(/^[\w-]{43}$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, '..'))).toEqual(['signing.key']);
  });

  test('a second start → the same key', () => {
    const path = freshPath();
    const first = loadOrCreateSigner(path);
    const second = loadOrCreateSigner(path);
    expect(second.publicKey).toBe(first.publicKey);
    expect(verifySignature('收据', first.sign('收据'), second.publicKey)).toBe(true);
  });

  test('a file that holds no such key → error, the file untouched', () => {
    const path = freshPath();
    writeFileSync(path, 'not a key');
    expect(() => loadOrCreateSigner(path)).toThrow();
    expect(readFileSync(path, 'utf8')).toBe('not a key');
  });
});
