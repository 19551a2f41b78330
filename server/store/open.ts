import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/** `DATABASE_URL` chooses PostgreSQL; without one, everything lies in a single file in the data folder. */
export async function openStore(dataFolder: string, databaseUrl: string | undefined): Promise<Store> {
  if (!databaseUrl) return openSqlite(dataFolder);
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(databaseUrl);
}
