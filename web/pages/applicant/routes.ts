import type { RouteComponent, RouteRecordRaw } from 'vue-router';
import { loadLocale } from '../../locales/index.ts';
import type * as proposalPages from './proposal-pages.ts';

/** All pages of one proposal come in one piece, so that going on without network never lacks a page. */
type ProposalPages = typeof proposalPages;
const page = (name: keyof ProposalPages) => async (): Promise<RouteComponent> =>
  (await import('./proposal-pages.ts'))[name];

const task = (path: string, name: keyof ProposalPages): RouteRecordRaw => ({
  path,
  component: page(name),
  meta: { title: `applicant.title.${path}` },
});

export const routes: RouteRecordRaw[] = [
  {
    path: '/c/:competition/apply',
    component: () => import('./ApplicantArea.vue'),
    beforeEnter: () => loadLocale('applicant'),
    meta: { surface: 'phone', needs: 'applicant', title: 'applicant.title.home' },
    children: [
      { path: '', component: () => import('./HomePage.vue') },
      {
        path: 'profile',
        component: () => import('./ProfilePage.vue'),
        meta: { title: 'applicant.title.profile' },
      },
      {
        path: 'proposals/:proposal',
        component: page('ProposalLayout'),
        meta: { title: 'applicant.title.tasks' },
        children: [
          { path: '', component: page('TasksPage') },
          task('basics', 'BasicsPage'),
          task('need', 'NeedPage'),
          task('plan', 'PlanPage'),
          task('team', 'TeamPage'),
          task('goals', 'GoalsPage'),
          task('budget', 'BudgetPage'),
          task('attachments', 'AttachmentsPage'),
          task('seal', 'SealPage'),
          task('check', 'CheckPage'),
          task('receipt', 'ReceiptPage'),
        ],
      },
    ],
  },
];
