import type { RouteRecordRaw } from 'vue-router';
import { loadLocale } from '../../locales/index.ts';

const beforeEnter = () => loadLocale('public');

export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./HomePage.vue'), beforeEnter, meta: { surface: 'home' } },
  {
    path: '/demo',
    component: () => import('./DemoPage.vue'),
    beforeEnter,
    meta: { surface: 'home', title: 'public.demo.title' },
  },
  {
    path: '/setup',
    component: () => import('./SetupPage.vue'),
    beforeEnter,
    meta: { title: 'public.setup.title' },
  },
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./SignInPage.vue'),
    beforeEnter,
    meta: { title: 'public.signIn.title' },
  },
  {
    path: '/:missing(.*)*',
    component: () => import('./NotFoundPage.vue'),
    beforeEnter,
    meta: { title: 'public.notFound.title' },
  },
];
