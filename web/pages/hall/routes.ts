import type { RouteRecordRaw } from 'vue-router';
import { loadLocale } from '../../locales/index.ts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/c/:competition/hall',
    component: () => import('./HallPage.vue'),
    props: true,
    beforeEnter: () => loadLocale('hall'),
    meta: { surface: 'hall', title: 'hall.title' },
  },
  {
    path: '/c/:competition/waiting',
    component: () => import('./WaitingPage.vue'),
    props: true,
    beforeEnter: () => loadLocale('hall'),
    meta: { surface: 'phone', title: 'hall.waiting.title' },
  },
];
