import type { MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { ContractError } from '../../shared/contract/errors.ts';
import { ErrorReply } from '../../shared/contract/common.ts';
import { limits } from '../../shared/contract/limits.ts';
import { epochHeader } from '../../shared/contract/route.ts';
import type { Body, Params, Query, Reply, Route } from '../../shared/contract/route.ts';
import type { Context } from '../context.ts';
import { authoriser } from './authorise.ts';
import { nobody, principalReader } from './principal.ts';
import type { Principal } from './principal.ts';

/** One request, parsed and authorised. */
export interface Call<R extends Route> {
  params: Params<R>;
  query: Query<R>;
  body: Body<R>;
  principal: Principal;
  /** Roles the caller holds here; at least one of them is granted by the route. */
  roles: readonly string[];
  /** Who stands behind an operation id: `account:…` or `device:…`. */
  actor: string;
  route: Route;
  context: Context;
  cookies: Cookies;
}

export interface Cookies {
  read(name: string): string | undefined;
  set(name: string, value: string, days: number): void;
  clear(name: string): void;
}

/** A reply that is a file. `styleHash` lets a self-contained page keep its own stylesheet under the strict policy. */
export interface FileReply {
  type: string;
  body: string | Uint8Array | NodeJS.ReadableStream;
  /** Offered under this name; without one the browser shows it. */
  name?: string;
  styleHash?: string;
}

export type UploadCall<R extends Route> = Call<R> & { file: MultipartFile };

/** What features register with. */
export interface Server {
  context: Context;
  on<R extends Route>(route: R, handler: (call: Call<R>) => Promise<Reply<R>>): void;
  file<R extends Route>(route: R, handler: (call: Call<R>) => Promise<FileReply>): void;
  upload<R extends Route>(route: R, handler: (call: UploadCall<R>) => Promise<Reply<R>>): void;
  stream<R extends Route>(route: R, handler: (call: Call<R>, reply: FastifyReply) => Promise<void>): void;
}

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal;
    roles: readonly string[];
  }
}

/** Registers routes of the contract: parse → authorise → handler → reply schema. Nothing is served another way. */
export function contractServer(
  app: FastifyInstance,
  context: Context,
  ratePerActor: number = limits.rate.actor,
): Server {
  const principalOf = principalReader(context);
  const authorise = authoriser(context);
  const limited = app.createRateLimit({
    max: ratePerActor,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => actorOf(request.principal),
  });
  app.decorateRequest('principal');
  app.decorateRequest('roles');

  const add = (route: Route, options: Pick<RouteOptions, 'handler'> & Partial<RouteOptions>) => {
    const hasBody = route.transport !== 'upload' && (route.method === 'POST' || route.method === 'PUT');
    app.route({
      ...options,
      method: route.method,
      url: route.path,
      schema: {
        summary: route.summary,
        params: route.params,
        querystring: route.query,
        ...(hasBody ? { body: route.body } : {}),
        response: {
          ...(route.transport === 'json' || route.transport === 'upload' ? { 200: route.reply } : {}),
          '4xx': ErrorReply,
          '5xx': ErrorReply,
        },
      },
      // Before the body is read and checked: a stranger learns nothing from validation messages.
      onRequest: async (request, reply) => {
        reply.header(epochHeader, context.epoch);
        request.principal = await principalOf(request);
        request.roles = await authorise(
          route.allow,
          request.principal,
          request.params as Record<string, string>,
        );
        if (request.principal !== nobody) {
          const answer = await limited(request);
          if (!answer.isAllowed && answer.isExceeded) throw new ContractError('rate_limited');
        }
      },
    });
  };

  const callOf = <R extends Route>(route: R, request: FastifyRequest, reply: FastifyReply): Call<R> => ({
    params: request.params as Params<R>,
    query: request.query as Query<R>,
    body: request.body as Body<R>,
    principal: request.principal,
    roles: request.roles,
    actor: actorOf(request.principal),
    route,
    context,
    cookies: cookiesOf(context, request, reply),
  });

  return {
    context,
    on: (route, handler) =>
      add(route, { handler: (request, reply) => handler(callOf(route, request, reply)) }),
    file: (route, handler) =>
      add(route, {
        handler: async (request, reply) => {
          const file = await handler(callOf(route, request, reply));
          reply.type(file.type).header('cache-control', 'no-store');
          if (file.name) reply.header('content-disposition', attachmentName(file.name));
          if (file.styleHash)
            reply.header(
              'content-security-policy',
              `default-src 'none'; style-src '${file.styleHash}'; img-src data:`,
            );
          return reply.send(file.body);
        },
      }),
    upload: (route, handler) =>
      add(route, {
        handler: async (request, reply) => {
          const file = await request.file();
          if (!file)
            throw new ContractError('invalid_input', { fields: [{ path: 'file', message: '请选择文件' }] });
          return handler({ ...callOf(route, request, reply), file });
        },
      }),
    stream: (route, handler) =>
      add(route, {
        sse: true,
        handler: async (request, reply) => handler(callOf(route, request, reply), reply),
      } as Pick<RouteOptions, 'handler'>),
  };
}

/** The caller as the ledger names an organizer; routes that call it grant no one else. */
export function officerOf(call: { principal: Principal }): `officer:${string}` {
  if (!call.principal.account) throw new ContractError('not_signed_in');
  return `officer:${call.principal.account.id}`;
}

const actorOf = ({ account, device }: Principal): string =>
  account ? `account:${account.id}` : device ? `device:${device.id}` : 'public';

/** RFC 6266, with the name in UTF-8 beside a plain one. */
const attachmentName = (name: string): string =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;

function cookiesOf(context: Context, request: FastifyRequest, reply: FastifyReply): Cookies {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: context.config.origin.startsWith('https:'),
  } as const;
  return {
    read: (name) => request.cookies[name],
    set: (name, value, days) => void reply.setCookie(name, value, { ...options, maxAge: days * 86_400 }),
    clear: (name) => void reply.clearCookie(name, options),
  };
}
