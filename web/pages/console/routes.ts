import type { RouteRecordRaw } from 'vue-router';
import { loadLocale } from '../../locales/index.ts';

const loadTexts = () => Promise.all(['console', 'incidents', 'results'].map(loadLocale)).then(() => true);

/** Children of `/o/:competition`: paths are relative, the organizer's bar is drawn by the parent. */
export const routes: RouteRecordRaw[] = [
  {
    path: 'console',
    component: () => import('./ConsolePage.vue'),
    props: true,
    beforeEnter: loadTexts,
    meta: { title: 'console.title' },
  },
  {
    path: 'paper',
    component: () => import('./PaperPage.vue'),
    props: true,
    beforeEnter: loadTexts,
    meta: { title: 'incidents.paper.title' },
  },
  {
    path: 'recovery',
    component: () => import('./RecoveryPage.vue'),
    props: true,
    beforeEnter: () => loadLocale('recovery'),
    meta: { title: 'recovery.title' },
  },
];
