import { describe, expect, test } from 'vitest';
import { buildManifest, isManifestSigned, manifestFile, manifestText, parseManifest } from './manifest.ts';
import { sha256 } from './sha256-for-tests.ts';

// Stands for Ed25519, which the server brings: whoever knows the key can sign.
const key = 'A'.repeat(43);
const sign = (message: string | Uint8Array) => `${sha256(`${key}${String(message)}`)}${'x'.repeat(21)}A`;
const verifySignature = (message: string | Uint8Array, signature: string) => sign(message) === signature;

const manifest = buildManifest(
  {
    competition: 'c1',
    ledger: { size: 3, head: '0'.repeat(64) },
    files: [manifestFile('说明/notice.html', new Uint8Array([60, 112, 62]), sha256)],
    at: 1_760_000_000_000,
    key,
  },
  sign,
);
const text = manifestText(manifest);

describe('a manifest', () => {
  test('a file → its size and hash', () => {
    expect(manifest.files).toEqual([{ path: '说明/notice.html', bytes: 3, sha256: sha256('<p>') }]);
  });

  test('written and read → the same, and signed', () => {
    expect(parseManifest(text)).toEqual(manifest);
    expect(isManifestSigned(manifest, verifySignature)).toBe(true);
  });

  test('any member changed → not signed', () => {
    const changes = [
      { competition: 'c2' },
      { ledger: { ...manifest.ledger, size: 4 } },
      { files: [] },
      { at: manifest.at + 1 },
      { key: `${'A'.repeat(42)}E` },
    ];
    for (const change of changes) {
      expect(isManifestSigned({ ...manifest, ...change }, verifySignature)).toBe(false);
    }
  });
});

describe('parseManifest', () => {
  test('the same content written otherwise → null: one manifest has one text', () => {
    expect(parseManifest(JSON.stringify(manifest))).toBeNull();
    expect(parseManifest(`\uFEFF${text}`)).toBeNull();
    expect(parseManifest(text.trimEnd())).toBeNull();
    expect(parseManifest(text.replace('"size": 3', '"size": 2,\n    "size": 3'))).toBeNull();
    expect(parseManifest(text.replace('说', '\\u8bf4'))).toBeNull();
  });

  test('another format, a member too many, a path or key that is none → null', () => {
    expect(parseManifest(manifestText({ ...manifest, format: 'gongping-manifest/2' as never }))).toBeNull();
    expect(parseManifest(text.replace('"at"', '"note": 1,\n  "at"'))).toBeNull();
    expect(parseManifest(text.replace('说明', '\\ud800'))).toBeNull();
    expect(parseManifest(manifestText({ ...manifest, key: `${'A'.repeat(42)}B` }))).toBeNull();
    expect(parseManifest('')).toBeNull();
  });
});
