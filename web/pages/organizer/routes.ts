import type { RouteRecordRaw } from 'vue-router';
import { loadLocale } from '../../locales/index.ts';
import { routes as console } from '../console/routes.ts';
import { routes as results } from '../results/routes.ts';

const meta = { surface: 'org', needs: 'officer' } as const;

export const routes: RouteRecordRaw[] = [
  {
    path: '/o/:competition',
    component: () => import('./CompetitionLayout.vue'),
    beforeEnter: () => loadLocale('organizer'),
    meta,
    children: [...console, ...results],
  },
];
