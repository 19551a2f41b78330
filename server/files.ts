import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** A file as it lies in the store. */
export interface StoredFile {
  sha256: string;
  bytes: number;
  /** First bytes, enough to tell the kind of file from its content. */
  head: Uint8Array;
}

export interface FileStore {
  /**
   * Takes the bytes under their SHA-256: temporary name, fsync, rename, fsync of the folder. Only then may a
   * row name them.
   * @throws RangeError when there are more than `maxBytes`
   */
  put(source: Readable, maxBytes: number): Promise<StoredFile>;
  read(sha256: string): Readable;
}

/** Content-addressed files in a folder. */
export function openFiles(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(source, maxBytes) {
      await mkdir(folder, { recursive: true });
      const temporary = join(folder, `incoming-${randomBytes(8).toString('hex')}`);
      const handle = await open(temporary, 'wx');
      const hash = createHash('sha256');
      let bytes = 0;
      let head = Buffer.alloc(0);
      try {
        for await (const chunk of source as AsyncIterable<Buffer>) {
          bytes += chunk.length;
          if (bytes > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
          if (head.length < 16) head = Buffer.concat([head, chunk]).subarray(0, 16);
          hash.update(chunk);
          await handle.write(chunk);
        }
        await handle.sync();
      } catch (error) {
        await handle.close();
        await rm(temporary, { force: true });
        throw error;
      }
      await handle.close();
      const sha256 = hash.digest('hex');
      await settle(temporary, pathOf(sha256));
      return { sha256, bytes, head };
    },
    read: (sha256) => createReadStream(pathOf(sha256)),
  };
}

async function settle(temporary: string, final: string): Promise<void> {
  const folder = dirname(final);
  await mkdir(folder, { recursive: true });
  const known = await stat(final).catch(() => null);
  if (known) return rm(temporary);
  await rename(temporary, final);
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
