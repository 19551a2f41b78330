import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { fastifySSE } from '@fastify/sse';
import swagger from '@fastify/swagger';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { limits } from '../shared/contract/limits.ts';
import type { Context } from './context.ts';
import { registerFeatures } from './features/index.ts';
import { handleErrors } from './http/errors.ts';
import { guardOrigin } from './http/origin.ts';
import { servePages } from './http/pages.ts';
import { contractServer } from './http/server.ts';
import type { Server } from './http/server.ts';
import { replyCompiler, schemaCompiler } from './http/validation.ts';

/** Nothing from elsewhere, nothing inline; papers with a stylesheet of their own name its hash instead. */
const contentPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export interface AppOptions {
  log?: boolean;
  /** Routes beside the product's, for measuring. */
  extend?: (server: Server) => void;
  /** Requests a minute other than the contract's, for measuring at full speed. */
  rate?: { actor: number; address: number };
}

/** Builds the application in the order written here; nothing is loaded by convention. */
export async function buildApp(context: Context, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = fastify({
    logger: options.log ? { redact: ['req.headers.cookie'] } : false,
    bodyLimit: limits.bodyBytes,
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    // Streams stay open by nature; on close the server ends them instead of waiting.
    forceCloseConnections: true,
    trustProxy: context.config.origin.startsWith('https:'),
  });
  app.setValidatorCompiler(schemaCompiler());
  app.setSerializerCompiler(replyCompiler());
  handleErrors(app);
  guardOrigin(app, context.config.origin);
  await app.register(cookie);
  await app.register(helmet, {
    hsts: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    // Built once below: the plugin would put it together again at every request, which costs a tenth of a save.
    contentSecurityPolicy: false,
    // For browsers older than any this serves.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    xDnsPrefetchControl: false,
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', contentPolicy);
  });
  const rate = options.rate ?? limits.rate;
  await app.register(rateLimit, {
    max: rate.address,
    timeWindow: 60_000,
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
  });
  await app.register(multipart, { limits: { fileSize: limits.attachmentBytes, files: 1, fields: 0 } });
  await app.register(fastifySSE, { heartbeatInterval: 10_000 });
  await app.register(swagger, {
    openapi: { info: { title: 'Gongping 公评', version: context.config.version } },
  });
  const server = contractServer(app, context, rate.actor);
  registerFeatures(server);
  options.extend?.(server);
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  await servePages(app, context.config);
  return app;
}
