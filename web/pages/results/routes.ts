import type { RouteRecordRaw } from 'vue-router';
import { loadLocale } from '../../locales/index.ts';

const beforeEnter = () => loadLocale('results');

/** Children of `/o/:competition`: paths are relative, the organizer's bar is drawn by the parent. */
export const routes: RouteRecordRaw[] = [
  {
    path: 'results',
    component: () => import('./ResultsPage.vue'),
    beforeEnter,
    meta: { title: 'results.score.title' },
  },
  {
    path: 'additions',
    component: () => import('./AdditionsPage.vue'),
    beforeEnter,
    meta: { title: 'results.additions.title' },
  },
  {
    path: 'decision',
    component: () => import('./DecisionPage.vue'),
    beforeEnter,
    meta: { title: 'results.decide.title' },
  },
  {
    path: 'quality',
    component: () => import('./QualityPage.vue'),
    beforeEnter: () => loadLocale('quality'),
    meta: { title: 'quality.title' },
  },
  {
    path: 'papers',
    component: () => import('./PapersPage.vue'),
    beforeEnter: () => Promise.all(['results', 'papers'].map(loadLocale)).then(() => true),
    meta: { title: 'results.papers.title' },
  },
  {
    path: 'ledger',
    component: () => import('./LedgerPage.vue'),
    beforeEnter,
    meta: { title: 'results.ledger.title' },
  },
];
