import { readdir, readFile, statfs } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';

/** What the machine says of itself. */
export interface Machine {
  /** Its own addresses, IPv4 and IPv6. */
  addresses: readonly string[];
  /** Free bytes where the data lie. */
  free: number;
  /** Whether it runs on mains; null where it does not say. */
  mains: boolean | null;
}

/** @param folder of the data */
export async function readMachine(folder: string): Promise<Machine> {
  const { bavail, bsize } = await statfs(folder);
  return {
    addresses: Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .map(({ address }) => address),
    free: bavail * bsize,
    mains: await onMains('/sys/class/power_supply'),
  };
}

/** Linux names its power supplies in a folder; elsewhere somebody has to look. */
async function onMains(folder: string): Promise<boolean | null> {
  try {
    for (const name of await readdir(folder)) {
      const kind = await readFile(join(folder, name, 'type'), 'utf8');
      if (kind.trim() === 'Mains')
        return (await readFile(join(folder, name, 'online'), 'utf8')).trim() === '1';
    }
  } catch {
    // No such folder: not Linux, or a machine that does not say.
  }
  return null;
}
