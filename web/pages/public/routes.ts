import type { RouteRecordRaw } from 'vue-router';
import { loadLocale } from '../../locales/index.ts';

const beforeEnter = () => loadLocale('public');

export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./HomePage.vue'), beforeEnter, meta: { surface: 'home' } },
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./SignInPage.vue'),
    beforeEnter,
    meta: { title: 'public.signIn.title' },
  },
];
