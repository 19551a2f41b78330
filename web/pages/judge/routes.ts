import type { NavigationGuardWithThis, RouteRecordRaw } from 'vue-router';
import { seatedJudge } from '../../features/judging/seated.ts';
import { loadLocale } from '../../locales/index.ts';
import { restoreTextSize } from '../../ui/text-size.ts';

async function prepare(): Promise<void> {
  restoreTextSize();
  await loadLocale('judge');
}

/** A judge's pages open only to the one who sits here; everybody else starts at the names. */
const onlySeated: NavigationGuardWithThis<undefined> = async (to) => {
  const judge = String(to.params['judge']);
  if (seatedJudge() !== judge) {
    const { sitDownInDemo } = await import('../../features/judging/demo-seat.ts');
    if (!(await sitDownInDemo(judge))) return { name: 'judge-seat' };
  }
  await prepare();
  return true;
};

/** One piece, so that nothing is left to fetch once the network has gone. */
const pages = () => import('./pages.ts');
const surface = 'judge';

export const routes: RouteRecordRaw[] = [
  {
    path: '/seat',
    name: 'judge-seat',
    component: () => pages().then(({ SeatPage }) => SeatPage),
    beforeEnter: prepare,
    meta: { surface, title: 'judge.title.seat' },
  },
  {
    path: '/card',
    name: 'judge-card',
    // Apart from the rest: a tablet of the hall never needs it.
    component: () => import('./CardPage.vue'),
    beforeEnter: async () => {
      await Promise.all([prepare(), loadLocale('card')]);
    },
    meta: { surface, title: 'judge.title.seat' },
  },
  {
    path: '/seat/:judge',
    component: () => pages().then(({ JudgeArea }) => JudgeArea),
    props: true,
    beforeEnter: onlySeated,
    meta: { surface },
    children: [
      {
        path: '',
        name: 'judge-wait',
        component: () => pages().then(({ WaitingPage }) => WaitingPage),
        meta: { title: 'judge.title.desk' },
      },
      {
        path: 'score/:proposal',
        name: 'judge-score',
        component: () => pages().then(({ ScorePage }) => ScorePage),
        props: true,
        meta: { title: 'judge.title.score' },
      },
      {
        path: 'check/:proposal',
        name: 'judge-check',
        component: () => pages().then(({ CheckPage }) => CheckPage),
        props: true,
        meta: { title: 'judge.title.check' },
      },
      {
        path: 'before/:part/:proposal?',
        name: 'judge-before',
        component: () => import('./before.ts').then(({ BeforeArea }) => BeforeArea),
        props: true,
        meta: { title: 'judge.title.before' },
      },
      {
        path: 'sheets',
        name: 'judge-sheets',
        component: () => pages().then(({ SheetsPage }) => SheetsPage),
        meta: { title: 'judge.title.sheets' },
      },
    ],
  },
];
