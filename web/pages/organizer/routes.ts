import type { RouteRecordRaw } from 'vue-router';
import { loadLocale } from '../../locales/index.ts';
import { routes as consoleRoutes } from '../console/routes.ts';
import { routes as resultRoutes } from '../results/routes.ts';

const inCompetition: RouteRecordRaw[] = [
  {
    path: '',
    redirect: (to) => ({ path: `/o/${String(to.params['competition'])}/overview` }),
  },
  {
    path: 'overview',
    component: () => import('./OverviewPage.vue'),
    meta: { title: 'organizer.overview.title' },
  },
  {
    path: 'settings/:tab?',
    component: () => import('./SettingsPage.vue'),
    beforeEnter: () => loadLocale('rules'),
    meta: { title: 'organizer.settings.title' },
  },
  {
    path: 'people',
    component: () => import('./PeoplePage.vue'),
    meta: { title: 'organizer.people.title' },
  },
  {
    path: 'applicants',
    component: () => import('./ApplicantsPage.vue'),
    meta: { title: 'organizer.applicants.title' },
  },
  {
    path: 'applicants/enter',
    component: () => import('./EnterApplicantPage.vue'),
    beforeEnter: () => loadLocale('applicant'),
    meta: { title: 'organizer.entry.title' },
  },
  {
    path: 'proposals/:proposal/enter',
    component: () => import('./EnterProposalPage.vue'),
    beforeEnter: () => loadLocale('applicant'),
    meta: { title: 'organizer.entry.title' },
  },
  {
    path: 'proposals',
    component: () => import('./ProposalsPage.vue'),
    meta: { title: 'organizer.proposals.heading' },
  },
  {
    path: 'proposals/:proposal',
    component: () => import('./ProposalReviewPage.vue'),
    meta: { title: 'organizer.review.title' },
  },
  {
    path: 'judges',
    component: () => import('./JudgesPage.vue'),
    meta: { title: 'organizer.judges.title' },
  },
  {
    path: 'order',
    component: () => import('./OrderPage.vue'),
    meta: { title: 'organizer.order.title' },
  },
  {
    path: 'order/board',
    component: () => import('./ScheduleBoardPage.vue'),
    beforeEnter: () => loadLocale('schedule'),
    meta: { title: 'schedule.title' },
  },
  {
    path: 'devices',
    component: () => import('./DevicesPage.vue'),
    meta: { title: 'organizer.devices.title' },
  },
  {
    path: 'hall-check',
    component: () => import('./HallCheckPage.vue'),
    props: true,
    beforeEnter: () => loadLocale('hallcheck'),
    meta: { title: 'hallcheck.title' },
  },
  ...consoleRoutes,
  ...resultRoutes,
];

export const routes: RouteRecordRaw[] = [
  {
    path: '/o',
    component: () => import('./OrganizerShell.vue'),
    beforeEnter: () => loadLocale('organizer'),
    meta: { surface: 'org', needs: 'officer' },
    children: [
      {
        path: '',
        component: () => import('./CompetitionListPage.vue'),
        meta: { title: 'organizer.list.title' },
      },
      {
        path: 'new',
        component: () => import('./NewCompetitionPage.vue'),
        meta: { title: 'organizer.new.title' },
      },
      {
        path: 'account',
        component: () => import('./AccountPage.vue'),
        meta: { title: 'organizer.account.title' },
      },
      {
        path: ':competition',
        component: () => import('./CompetitionLayout.vue'),
        children: inCompetition,
      },
    ],
  },
];
