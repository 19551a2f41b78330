import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Type from 'typebox';
import type { Static } from 'typebox';
import Value from 'typebox/value';
import { Sha256Hex, Time } from '../../../shared/contract/common.ts';
import { closed } from '../../../shared/contract/route.ts';

export const manifestName = 'copy.json';
export const keyName = 'signing.key';

const Hashed = { bytes: Type.Integer({ minimum: 0 }), sha256: Sha256Hex };

/** What a copy says of itself, written last: a folder without it is not a copy. */
export const CopyManifest = closed({
  format: Type.Literal('gongping-copy/1'),
  /** Counts up in one backup folder, so that the newest is known although a clock was wrong. */
  number: Type.Integer({ minimum: 1 }),
  at: Time,
  /** Epoch of the server the copy was taken from. */
  epoch: Type.String(),
  /** Migrations that its database has behind it. */
  migrations: Type.Integer({ minimum: 0 }),
  /** The signing key's public half. */
  key: Type.String(),
  database: closed(Hashed),
  signingKey: closed(Hashed),
  /** Everything the database names, by its place in a data folder; the bytes lie in the backup folder once for all copies. */
  files: Type.Array(
    closed({ path: Type.String({ pattern: '^[0-9A-Za-z_.-]+(/[0-9A-Za-z_.-]+)+$' }), ...Hashed }),
  ),
  /** Named by the database and not to be found when the copy was made. */
  missing: Type.Array(Type.String()),
  ledgers: Type.Array(
    closed({ competition: Type.String(), size: Type.Integer({ minimum: 1 }), head: Sha256Hex }),
  ),
});
export type CopyManifest = Static<typeof CopyManifest>;

/** The manifest of a copy's folder; null when the folder is not a whole copy. */
export async function readManifest(folder: string): Promise<CopyManifest | null> {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, manifestName), 'utf8'));
    return Value.Check(CopyManifest, value) && value.files.every(({ path }) => isInside(path)) ? value : null;
  } catch {
    return null;
  }
}

/** A manifest read from a stick must not lead out of the data folder. */
const isInside = (path: string): boolean => !path.split('/').some((part) => /^\.+$/.test(part));
