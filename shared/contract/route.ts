import Type from 'typebox';
import type { Static, TObject, TSchema } from 'typebox';
import type { ErrorCode } from './errors.ts';
import type { Grant } from './roles.ts';

/** Bears the server's epoch on every reply: another one than before, and the server may have forgotten something. */
export const epochHeader = 'x-gongping-epoch';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * A route as a value. The server registers it, the client calls it, the OpenAPI page shows it, the permission
 * test walks it: whatever is true of a route stands here and nowhere else.
 */
export interface Route<
  P extends TObject = TObject,
  Q extends TObject = TObject,
  B extends TSchema = TSchema,
  R extends TSchema = TSchema,
  C extends TSchema = TSchema,
> {
  method: Method;
  /** Fastify path, `:name` for each member of `params`. */
  path: string;
  summary: string;
  params: P;
  query: Q;
  body: B;
  reply: R;
  /** The server's version, sent with `stale_revision`. */
  conflict: C;
  errors: readonly ErrorCode[];
  allow: readonly Grant[];
  /** How bytes travel when it is not JSON both ways. */
  transport: 'json' | 'upload' | 'file' | 'stream';
  /**
   * An organizer's act of the day, with an operation id and no secret: the page keeps it and does it again when the
   * server has come back from a copy without it.
   */
  kept: boolean;
}

/** Ids inside the path: sortable, URL-safe. */
export const Id = Type.String({ pattern: '^[0-9A-Za-z_-]{1,40}$' });

/** One part of a path: an id, or a file name looked up in a list. */
const PathPart = Type.String({ pattern: '^[0-9A-Za-z_.-]{1,60}$' });

/** No body, no query, no reply. */
export const Nothing = Type.Object({}, { additionalProperties: false });
export type Nothing = Static<typeof Nothing>;

/** An object that takes no property it does not name. */
export const closed = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type ParamsOf<Path extends string> = TObject<{ [K in ParamNames<Path>]: typeof PathPart }>;

interface RouteInput<
  Path extends string,
  Q extends TObject,
  B extends TSchema,
  R extends TSchema,
  C extends TSchema,
> {
  method: Method;
  path: Path;
  summary: string;
  query?: Q;
  body?: B;
  reply: R;
  conflict?: C;
  errors?: readonly ErrorCode[];
  allow: readonly Grant[];
  transport?: 'json' | 'upload' | 'file' | 'stream';
  kept?: boolean;
}

/** Makes a route; the schema of its path parameters follows from the path. */
export function route<
  const Path extends string,
  R extends TSchema,
  Q extends TObject = typeof Nothing,
  B extends TSchema = typeof Nothing,
  C extends TSchema = typeof Nothing,
>(input: RouteInput<Path, Q, B, R, C>): Route<ParamsOf<Path>, Q, B, R, C> {
  const names = [...input.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '');
  return {
    method: input.method,
    path: input.path,
    summary: input.summary,
    // The record is built from the same path the type is computed from.
    params: closed(Object.fromEntries(names.map((name) => [name, PathPart]))) as ParamsOf<Path>,
    query: input.query ?? (Nothing as never),
    body: input.body ?? (Nothing as never),
    reply: input.reply,
    conflict: input.conflict ?? (Nothing as never),
    errors: input.errors ?? [],
    allow: input.allow,
    transport: input.transport ?? 'json',
    kept: input.kept ?? false,
  };
}

export type Params<R extends Route> = Static<R['params']>;
export type Query<R extends Route> = Static<R['query']>;
export type Body<R extends Route> = Static<R['body']>;
export type Reply<R extends Route> = Static<R['reply']>;
