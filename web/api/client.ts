import { ContractError, errorTable } from '../../shared/contract/errors.ts';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import type { ErrorReply } from '../../shared/contract/common.ts';
import { epochHeader } from '../../shared/contract/route.ts';
import type { Body, Params, Query, Reply, Route } from '../../shared/contract/route.ts';

/** The server did not answer, or something in between answered for it. Nothing is known about the request. */
export class NetworkError extends Error {
  constructor(options?: ErrorOptions) {
    super('network', options);
    this.name = 'NetworkError';
  }
}

type Part<Key extends string, Value> =
  Record<never, Value> extends Value ? { [K in Key]?: Value } : { [K in Key]: Value };

/** Where a request goes: path parameters and query. */
export type Target<R extends Route> = Part<'params', Params<R>> & Part<'query', Query<R>>;
/** All a request carries; a part that the route leaves empty may be left out. */
export type Input<R extends Route> = Target<R> & Part<'body', Body<R>>;

export interface CallOptions {
  signal?: AbortSignal;
  /** Milliseconds until the server counts as unreachable. */
  timeout?: number;
  /** Told the epoch of the server that answers, also when it refuses. */
  onEpoch?: (epoch: string) => void;
}

interface AnyTarget {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
}

const headers = { 'x-gongping': '1' } as const;
const patience = 20_000;
let signedOut: () => Promise<boolean> = () => Promise.resolve(false);

/**
 * Says what to do when a session has ended under the user's hands; the request is sent once more when the
 * promise gives true.
 */
export function onSignedOut(signInAgain: () => Promise<boolean>): void {
  signedOut = signInAgain;
}

/** Address of a route, for links to files and for event streams. */
export function routeUrl<R extends Route>(route: R, target: Target<R>): string {
  const { params = {}, query = {} } = target as AnyTarget;
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const suffix = search.toString();
  return suffix === '' ? path : `${path}?${suffix}`;
}

/** A request as it goes over the wire; a null body is none. */
export interface Exchange {
  method: Route['method'];
  url: string;
  body: unknown;
}

/** Whoever has to know of all calls of this page: which server answers, and which acts of the day were done. */
export interface Witness {
  heard: (epoch: string) => void;
  done: (request: Exchange, epoch: string) => Promise<void>;
}
let witness: Witness | null = null;
export const witnessCalls = (by: Witness): void => void (witness = by);

/**
 * Calls a route of the contract.
 * @throws ContractError for an error reply, NetworkError when the server cannot be reached.
 */
export async function call<R extends Route>(
  route: R,
  input: Input<R>,
  options: CallOptions = {},
): Promise<Reply<R>> {
  const body = carriesBody(route) ? ((input as { body?: unknown }).body ?? {}) : null;
  const request: Exchange = { method: route.method, url: routeUrl(route, input), body };
  let epoch = '';
  const witnessed: CallOptions = {
    ...options,
    onEpoch: (named) => {
      epoch = named;
      options.onEpoch?.(named);
      witness?.heard(named);
    },
  };
  const reply = await exchange(request, witnessed).catch(async (error: unknown) => {
    if (!(error instanceof ContractError) || error.code !== 'not_signed_in') throw error;
    if (!(await signedOut())) throw error;
    return exchange(request, witnessed);
  });
  // The act is done: a device that cannot keep it can only not do it again by itself.
  if (route.kept) await witness?.done(request, epoch).catch(() => undefined);
  return reply as Reply<R>;
}

/**
 * One request and its reply, without asking anybody to sign in again.
 * @throws ContractError for an error reply, NetworkError when the server cannot be reached.
 */
export async function exchange({ method, url, body }: Exchange, options: CallOptions): Promise<unknown> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, options.timeout ?? patience);
  options.signal?.addEventListener('abort', stop);
  try {
    const response = await fetch(url, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: body === null ? headers : { ...headers, 'content-type': 'application/json' },
      body: body === null ? null : JSON.stringify(body),
      signal: controller.signal,
    });
    const text = await response.text();
    const epoch = response.headers.get(epochHeader);
    if (epoch !== null) options.onEpoch?.(epoch);
    return readReply(response.status, text);
  } catch (error) {
    if (error instanceof ContractError || error instanceof NetworkError) throw error;
    throw new NetworkError({ cause: error });
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
  }
}

const carriesBody = (route: Route) => route.method === 'POST' || route.method === 'PUT';

/**
 * Sends one file.
 * @param onProgress share of the bytes that have left, 0…1
 * @throws ContractError for an error reply, NetworkError when the server cannot be reached.
 */
export function upload<R extends Route>(
  route: R,
  target: Target<R>,
  file: File,
  onProgress: (share: number) => void = () => undefined,
): Promise<Reply<R>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(route.method, routeUrl(route, target));
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress(event.total === 0 ? 0 : event.loaded / event.total);
    request.onerror = () => reject(new NetworkError());
    request.onload = () => {
      try {
        resolve(readReply<R>(request.status, request.responseText));
      } catch (error) {
        reject(error as Error);
      }
    };
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

/**
 * Reads a reply that has arrived whole.
 * @throws ContractError for an error reply, NetworkError for anything that is not ours (a gateway's page).
 */
export function readReply<R extends Route>(status: number, text: string): Reply<R> {
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch (error) {
    throw new NetworkError({ cause: error });
  }
  if (status >= 200 && status < 300) return value as Reply<R>;
  if (!isErrorReply(value)) throw new NetworkError();
  throw new ContractError(value.code, {
    message: value.message,
    fields: value.fields,
    ...('current' in value ? { current: value.current } : {}),
  });
}

function isErrorReply(value: unknown): value is ErrorReply & { code: ErrorCode } {
  if (typeof value !== 'object' || value === null || !('code' in value)) return false;
  return typeof value.code === 'string' && value.code in errorTable;
}

/** Id of one act of creating or submitting; keep it for the retry. Works without a secure context. */
export function newOperationId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
