import Type from 'typebox';
import type { Static } from 'typebox';
import Value from 'typebox/value';
import { Sha256Hex, Time } from '../contract/common.ts';
import { closed, Id } from '../contract/route.ts';
import { PublicKey } from './actions/fields.ts';
import { canonicalJson } from './canonical.ts';
import type { Sha256 } from './hash.ts';
import { Signature } from './signature.ts';
import type { Sign, VerifySignature } from './signature.ts';

/** A file of a set: its path below the folder with `/`, its size, the SHA-256 of its bytes. */
export const ManifestFile = closed({
  path: Type.String({ pattern: '^[^\\u0000-\\u001f\\ud800-\\udfff]+$' }),
  bytes: Type.Integer({ minimum: 0 }),
  sha256: Sha256Hex,
});
export type ManifestFile = Static<typeof ManifestFile>;

/** `manifest.json`, written last: what the set holds, which ledger stands behind it, who says so. */
export const Manifest = closed({
  format: Type.Literal('gongping-manifest/1'),
  competition: Id,
  ledger: closed({ size: Type.Integer({ minimum: 0 }), head: Sha256Hex }),
  files: Type.Array(ManifestFile),
  at: Time,
  key: PublicKey,
  signature: Signature,
});
export type Manifest = Static<typeof Manifest>;

/** Size and hash of one file, as the manifest lists it. */
export function manifestFile(path: string, content: Uint8Array, sha256: Sha256): ManifestFile {
  return { path, bytes: content.length, sha256: sha256(content) };
}

/** Makes and signs a manifest; `sign` is the one that belongs to `key`. */
export function buildManifest(body: Omit<Manifest, 'format' | 'signature'>, sign: Sign): Manifest {
  const unsigned = { format: 'gongping-manifest/1', ...body } as const;
  return { ...unsigned, signature: sign(canonicalJson(unsigned)) };
}

/** The one text of a manifest: members in their fixed order, two spaces, a newline at the end. */
export function manifestText({ format, competition, ledger, files, at, key, signature }: Manifest): string {
  const { size, head } = ledger;
  const inOrder = files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
  const ordered = { format, competition, ledger: { size, head }, files: inOrder, at, key, signature };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

/** Reads a manifest; null unless the text is exactly what `manifestText` writes. */
export function parseManifest(text: string): Manifest | null {
  try {
    const value: unknown = JSON.parse(text);
    return Value.Check(Manifest, value) && manifestText(value) === text ? value : null;
  } catch {
    return null;
  }
}

/** Whether the manifest bears the signature of its own key over the RFC 8785 form of the rest. */
export function isManifestSigned(
  { signature, ...unsigned }: Manifest,
  verifySignature: VerifySignature,
): boolean {
  return verifySignature(canonicalJson(unsigned), signature, unsigned.key);
}
