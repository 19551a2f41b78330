import { createRouter, createWebHistory } from 'vue-router';
import { t } from './locales/index.ts';
import { routes as applicant } from './pages/applicant/routes.ts';
import { routes as hall } from './pages/hall/routes.ts';
import { routes as judge } from './pages/judge/routes.ts';
import { routes as kit } from './pages/kit/routes.ts';
import { routes as organizer } from './pages/organizer/routes.ts';
import { routes as pub } from './pages/public/routes.ts';
import { useSession } from './stores/session.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** Class of the body, which sets the type scale and the ground. */
    surface?: 'home' | 'org' | 'judge' | 'phone' | 'hall';
    /** Locale key of the page's title. */
    title?: string;
    /** Kind of account without which the page makes no sense; the server decides what it may do. */
    needs?: 'officer' | 'applicant';
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [...applicant, ...judge, ...hall, ...organizer, ...kit, ...pub],
  scrollBehavior: (to, _from, saved) => saved ?? (to.hash === '' ? { top: 0 } : { el: to.hash }),
});

router.beforeEach(async (to) => {
  const { needs } = to.meta;
  if (needs === undefined) return true;
  const session = useSession();
  await session.load();
  if (session.account?.kind === needs) return true;
  return { name: 'sign-in', query: { to: to.fullPath, as: needs } };
});

router.afterEach((to) => {
  document.body.className = to.meta.surface ?? '';
  document.title =
    to.meta.title === undefined ? t('common.brand') : t('common.title', { page: t(to.meta.title) });
});
