import { coreTables } from './schema-core.ts';
import { dayTables } from './schema-day.ts';
import { resultTables } from './schema-results.ts';
import type { Kit } from './kit.ts';

/** Every table, in the words of the kit. Read by both stores and by drizzle-kit. */
export const defineSchema = (kit: Kit) => {
  const core = coreTables(kit);
  return { ...core, ...dayTables(kit, core), ...resultTables(kit, core) };
};

export type Schema = ReturnType<typeof defineSchema>;
