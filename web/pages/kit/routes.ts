import type { RouteRecordRaw } from 'vue-router';
import { loadLocale } from '../../locales/index.ts';

export const routes: RouteRecordRaw[] = [
  {
    path: '/kit',
    component: () => import('./KitPage.vue'),
    beforeEnter: () => loadLocale('kit'),
    meta: { surface: 'org', title: 'kit.title' },
  },
];
