import * as p from 'drizzle-orm/pg-core';
import * as s from 'drizzle-orm/sqlite-core';

/**
 * The small vocabulary of columns that both engines implement; the schema is written once in these words.
 * Times are integers (ms), money is integer fen, marks travel inside JSON as decimal strings.
 */
export const sqliteKit = {
  table: s.sqliteTable,
  text: () => s.text(),
  int: () => s.integer(),
  bool: () => s.integer({ mode: 'boolean' }),
  json: <T>() => s.text({ mode: 'json' }).$type<T>(),
  primaryKey: s.primaryKey,
  index: s.index,
  uniqueIndex: s.uniqueIndex,
};

export type Kit = typeof sqliteKit;

/** The same words for PostgreSQL. `json`, not `jsonb`: a stored value comes back with the bytes that went in. */
export const postgresKit = {
  table: p.pgTable,
  text: () => p.text(),
  int: () => p.bigint({ mode: 'number' }),
  bool: () => p.boolean(),
  json: () => p.json(),
  primaryKey: p.primaryKey,
  index: p.index,
  uniqueIndex: p.uniqueIndex,
  // The one cast of the schema: repositories see a single dialect; each store adds its own at its edge.
} as unknown as Kit;
