import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of generated migrations, found from the source tree and from the compiled one alike. */
export function migrationsFolder(engine: 'sqlite' | 'postgres'): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); at !== dirname(at); at = dirname(at)) {
    const folder = join(at, 'migrations', engine);
    if (existsSync(join(folder, 'meta'))) return folder;
  }
  throw new Error(`migrations/${engine} not found`);
}

/** How many migrations this program knows. */
export function knownMigrations(engine: 'sqlite' | 'postgres'): number {
  const journal = readFileSync(join(migrationsFolder(engine), 'meta', '_journal.json'), 'utf8');
  return (JSON.parse(journal) as { entries: unknown[] }).entries.length;
}
