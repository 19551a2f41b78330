import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { GroupWriter } from './group.ts';
import type { Connection } from './group.ts';
import { postgresKit } from './kit.ts';
import { migrationsFolder } from './migrations.ts';
import { defineSchema } from './schema.ts';
import type { Db, Scope, Store } from './store.ts';

const channel = 'gongping';

/**
 * Opens a store in PostgreSQL for one of many stateless nodes. Jobs of one scope take the scope's advisory lock
 * first and are grouped per node; READ COMMITTED is enough since invariants are constraints.
 */
export async function openPostgres(url: string): Promise<Store> {
  const setup = new pg.Pool({ connectionString: url, max: 1 });
  await migrate(drizzle(setup, { casing: 'snake_case' }), {
    migrationsFolder: migrationsFolder('postgres'),
  });
  await setup.end();

  const writers = new pg.Pool({ connectionString: url, max: 6 });
  const readers = new pg.Pool({
    connectionString: url,
    max: 6,
    options: '-c default_transaction_read_only=on',
  });
  const listeners: ((scope: Scope) => void)[] = [];
  const tell = (scope: Scope) => listeners.forEach((listener) => listener(scope));
  const listener = new pg.Client({ connectionString: url });
  await listener.connect();
  listener.on('notification', (message) => tell(message.payload ?? ''));
  await listener.query(`LISTEN ${channel}`);

  const connections = new WeakMap<pg.PoolClient, Connection>();
  const clients = new WeakMap<Connection, pg.PoolClient>();
  const groups = new Map<Scope, GroupWriter>();
  const groupOf = (scope: Scope) => {
    const known = groups.get(scope);
    if (known) return known;
    const group = new GroupWriter({
      acquire: async () => {
        const client = await writers.connect();
        const connection = connections.get(client) ?? {
          db: drizzle(client, { casing: 'snake_case' }) as unknown as Db, // One dialect for all; see Db.
          exec: async (sql) => void (await client.query(sql)),
        };
        connections.set(client, connection);
        clients.set(connection, client);
        return connection;
      },
      release: (connection, error) => clients.get(connection)?.release(error),
      begin: async (connection) => {
        await connection.exec('BEGIN');
        const client = clients.get(connection);
        await client?.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [scope]);
        await client?.query('SELECT pg_notify($1, $2)', [channel, scope]);
      },
      committed: () => undefined, // The notification comes back to this node too.
    });
    groups.set(scope, group);
    return group;
  };
  return {
    engine: 'postgres',
    t: defineSchema(postgresKit),
    read: drizzle(readers, { casing: 'snake_case' }) as unknown as Db,
    write: (scope, job) => groupOf(scope).write(scope, job),
    onCommit: (heard) => void listeners.push(heard),
    close: async () => {
      await listener.end();
      await Promise.all([writers.end(), readers.end()]);
    },
  };
}
