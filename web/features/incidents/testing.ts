import { createPinia, setActivePinia } from 'pinia';
import { vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import type { CompetitionRole } from '../../../shared/contract/roles.ts';
import { loadLocale } from '../../locales/index.ts';
import { useSession } from '../../stores/session.ts';

/** One request as it left the page. */
export interface Asked {
  method: string;
  path: string;
  body: Record<string, unknown>;
}

/** For tests: answers below the client by the end of the path, and remembers what was asked. */
export function stubServer(
  answers: Record<string, (asked: Asked) => [status: number, body: unknown]>,
): Asked[] {
  const log: Asked[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const asked = {
      method: init.method ?? 'GET',
      path,
      body: (init.body ? JSON.parse(String(init.body)) : {}) as Asked['body'],
    };
    log.push(asked);
    const found = Object.entries(answers).find(([end]) => path.endsWith(end));
    const [status, body] = found ? found[1](asked) : [404, fault('not_found')];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return log;
}

export const fault = (code: string, message = '', fields: { path: string; message: string }[] = []) => ({
  code,
  message,
  next: '',
  fields,
  requestId: 'r',
});

/** Somebody signed in with a role in the competition `c1`; gives what a component is mounted with. */
export async function signedIn(role: CompetitionRole) {
  const pinia = createPinia();
  setActivePinia(pinia);
  await Promise.all(['console', 'incidents', 'results'].map(loadLocale));
  useSession().accept({
    account: { id: 'u4', kind: 'officer', name: '统分人甲', hasApprovalSecret: false },
    competitions: [{ id: 'c1', name: '大赛', roles: [role] }],
    device: null,
  });
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
  });
  return { global: { plugins: [pinia, router], stubs: { teleport: true } } };
}

export const officers = [
  { account: 'u4', name: '统分人甲', username: 'tally', roles: ['tally_clerk'], canApprove: false },
  { account: 'u7', name: '监督员甲', username: 'watch', roles: ['supervisor'], canApprove: true },
];
