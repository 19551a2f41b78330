import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Size and SHA-256 of what a file holds. */
export interface FileHash {
  bytes: number;
  sha256: string;
}

export async function hashFile(path: string): Promise<FileHash> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    hash.update(chunk);
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Waits until the disk has what was written to a file. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
}

/** Waits until the disk has the names in a folder. Windows cannot be asked and keeps them by itself. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync();
  await folder.close();
}

/** Writes a file that is on the disk when this resolves. */
export async function writeDurably(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  const file = await open(path, 'w', mode);
  await file.writeFile(content);
  await file.sync();
  await file.close();
}

/** Copies a file that is on the disk when this resolves; a copy cut short never bears the final name. */
export async function copyDurably(from: string, to: string, mode = 0o644): Promise<void> {
  const folder = dirname(to);
  const temporary = `${to}.partial`;
  await mkdir(folder, { recursive: true });
  await pipeline(createReadStream(from), createWriteStream(temporary, { mode }));
  await syncFile(temporary);
  await rename(temporary, to);
  await syncFolder(folder);
}
