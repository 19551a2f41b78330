import type { FastifyInstance } from 'fastify';
import { ContractError } from '../../shared/contract/errors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Serves one fixed address only: a tablet's outbox belongs to its origin. Unsafe methods also need `Origin` equal
 * to it and the header `x-gongping: 1`, which no other site can send without asking first.
 */
export function guardOrigin(app: FastifyInstance, origin: string): void {
  const { host } = new URL(origin);
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers.host !== host) {
      if (request.url.startsWith('/api/')) throw new ContractError('wrong_origin');
      return reply.status(421).type('text/html; charset=utf-8').send(wrongAddressPage(origin));
    }
    if (safeMethods.has(request.method)) return;
    if (request.headers.origin !== origin || request.headers['x-gongping'] !== '1')
      throw new ContractError('wrong_origin');
  });
}

const wrongAddressPage = (origin: string): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>请换一个网址打开</title>
<h1>请换一个网址打开</h1>
<p>本场只用一个固定网址：<a href="${origin}">${origin}</a></p>
<p>平板里还没上传的分数跟着那个网址走，换了网址就看不到；分数没有丢。</p></html>`;
