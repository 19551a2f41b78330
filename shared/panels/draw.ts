import type { Sha256 } from '../ledger/hash.ts';

/** The two hash functions of a draw; both answer in lower-case hexadecimal digits. */
export interface DrawHashes {
  sha256: Sha256;
  /** HMAC-SHA-256. */
  hmac: (key: Uint8Array, message: Uint8Array) => string;
}

export interface Draw {
  /** SHA-256 of the parts, 64 hexadecimal digits. */
  seed: string;
  /** Ids with their keys, first on stage first. */
  order: { id: string; key: string }[];
}

const unitSeparator = 0x1f;

/** The label under which the order of a competition's defenses is drawn. */
export const defenseOrderLabel = (competition: string): string => `defense-order/${competition}`;

/**
 * Draws an order that anybody can draw again: seed = SHA-256 over the parts, each behind its length in bytes (four
 * of them, most significant first); order = ascending HMAC-SHA-256(seed, label 0x1F id). Each id has its key by
 * itself, so that one withdrawal leaves the others' order as it was. (The construction of the Thomson draw draft,
 * successor of RFC 3797.)
 * @param parts what the drawers wrote, in the order they are published
 */
export function drawOrder(
  parts: readonly string[],
  ids: readonly string[],
  label: string,
  { sha256, hmac }: DrawHashes,
): Draw {
  const seed = sha256(joined(parts.flatMap((part) => [lengthOf(utf8(part)), utf8(part)])));
  const key = bytesOf(seed);
  const order = ids
    .map((id) => ({ id, key: hmac(key, joined([utf8(label), Uint8Array.of(unitSeparator), utf8(id)])) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return { seed, order };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function lengthOf(bytes: Uint8Array): Uint8Array {
  const prefix = new Uint8Array(4);
  new DataView(prefix.buffer).setUint32(0, bytes.length);
  return prefix;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
