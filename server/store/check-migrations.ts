import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Fails when the committed migrations do not say what the schema says: generates once more into a copy, which must
 * find nothing to add. (drizzle-kit takes folders relative to the project only, and exits with 0 on its errors.)
 */
const kinds = { sqlite: 'sqlite', postgres: 'postgresql' };

for (const [dialect, kind] of Object.entries(kinds)) {
  mkdirSync('.cache', { recursive: true });
  const copy = mkdtempSync(join('.cache', 'migrations-'));
  cpSync(join('migrations', dialect), copy, { recursive: true });
  const schema = `./server/store/schema.${dialect}.ts`;
  const args = ['generate', '--dialect', kind, '--schema', schema, '--out', copy, '--casing', 'snake_case'];
  const said = execFileSync('npx', ['drizzle-kit', ...args], { encoding: 'utf8' });
  rmSync(copy, { recursive: true });
  if (said.includes('No schema changes')) continue;
  process.stderr.write(`${said}\nmigrations/${dialect} is behind the schema: run npm run migrations\n`);
  process.exitCode = 1;
}
