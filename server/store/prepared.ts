import { unguarded } from './guard.ts';
import type { Schema } from './schema.ts';
import type { Db } from './store.ts';

interface Executable<Row> {
  execute(values?: Record<string, unknown>): Promise<Row> | Row;
}
interface Preparable<Row> {
  prepare(name?: string): Executable<Row>;
}

const cache = new WeakMap<Db, Map<string, Executable<unknown>>>();

/**
 * A statement compiled once per connection; values go in by `sql.placeholder(name)`.
 * @param name unique in the program; also the statement's name in PostgreSQL
 */
export function prepared<Row>(name: string, build: (db: Db) => Preparable<Row>) {
  return async (on: Db, values: Record<string, unknown>): Promise<Row> => {
    const { db, guard } = unguarded(on);
    let statements = cache.get(db);
    if (!statements) cache.set(db, (statements = new Map()));
    let statement = statements.get(name) as Executable<Row> | undefined;
    if (!statement) statements.set(name, (statement = build(db).prepare(name)));
    const ready = statement;
    return guard ? guard.touch(() => ready.execute(values)) : ready.execute(values);
  };
}

/** Statements made once for the tables of each store. */
export function perSchema<T>(make: (t: Schema) => T): (t: Schema) => T {
  const made = new WeakMap<Schema, T>();
  return (t) => {
    let statements = made.get(t);
    if (!statements) made.set(t, (statements = make(t)));
    return statements;
  };
}
