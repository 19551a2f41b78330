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
  if (seatedJudge() !== to.params['judge']) return { name: 'judge-seat' };
  await prepare();
  return true;
};

const surface = 'judge';

export const routes: RouteRecordRaw[] = [
  {
    path: '/seat',
    name: 'judge-seat',
    component: () => import('./SeatPage.vue'),
    beforeEnter: prepare,
    meta: { surface, title: 'judge.title.seat' },
  },
  {
    path: '/seat/:judge',
    component: () => import('./JudgeArea.vue'),
    props: true,
    beforeEnter: onlySeated,
    meta: { surface },
    children: [
      {
        path: '',
        name: 'judge-wait',
        component: () => import('./WaitingPage.vue'),
        meta: { title: 'judge.title.desk' },
      },
      {
        path: 'score/:proposal',
        name: 'judge-score',
        component: () => import('./ScorePage.vue'),
        props: true,
        meta: { title: 'judge.title.score' },
      },
      {
        path: 'check/:proposal',
        name: 'judge-check',
        component: () => import('./CheckPage.vue'),
        props: true,
        meta: { title: 'judge.title.check' },
      },
      {
        path: 'sheets',
        name: 'judge-sheets',
        component: () => import('./SheetsPage.vue'),
        meta: { title: 'judge.title.sheets' },
      },
    ],
  },
];
