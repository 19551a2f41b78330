import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ContractError } from '../../shared/contract/errors.ts';
import type { Config } from '../context.ts';
import { rehearsalWord } from '../rehearsal/mark.ts';
import { send } from './errors.ts';

/** Serves the built web application; every path that is no file and no route is one of its pages. */
export async function servePages(
  app: FastifyInstance,
  { webFolder: folder, rehearsal }: Pick<Config, 'webFolder' | 'rehearsal'>,
): Promise<void> {
  const built = folder ? readFileSync(join(folder, 'index.html'), 'utf8') : '';
  // The frame is drawn by the stylesheet, before and without any script.
  const index = rehearsal ? built.replace('<html', `<html data-rehearsal="${rehearsalWord}"`) : built;
  if (folder)
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      setHeaders: (reply, path) => {
        // Names of built assets carry a hash of their content; nothing else may be kept.
        reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || !index)
      return send(request, reply, new ContractError('not_found'));
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(index);
  });
}
