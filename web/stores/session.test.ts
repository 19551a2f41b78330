import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, test } from 'vitest';
import { proposals } from '../../shared/contract/proposals.ts';
import { stage } from '../../shared/contract/stage.ts';
import type { SessionReply } from '../../shared/contract/session.ts';
import { useSession } from './session.ts';

const host: SessionReply = {
  account: { id: 'u1', kind: 'officer', name: '控场甲', hasApprovalSecret: false },
  competitions: [{ id: 'c1', name: '大赛', roles: ['host'] }],
  device: null,
};

beforeEach(() => setActivePinia(createPinia()));

test('nobody signed in here → signing in again is declined at once', async () => {
  expect(await useSession().signInAgain()).toBe(false);
});

test('session ended for two requests → asked once, both hear the answer', async () => {
  const session = useSession();
  session.accept(host);
  const waiting = [session.signInAgain(), session.signInAgain()];
  expect(session.expired).toBe(true);
  session.endSignInAgain(true);
  expect([await Promise.all(waiting), session.expired]).toEqual([[true, true], false]);
});

test('declined, then ended once more → asked again', async () => {
  const session = useSession();
  session.accept(host);
  const first = session.signInAgain();
  session.endSignInAgain(false);
  expect(await first).toBe(false);
  const second = session.signInAgain();
  session.endSignInAgain(true);
  expect(await second).toBe(true);
});

test('roles → opened in their own competition alone', () => {
  const session = useSession();
  session.accept(host);
  expect([session.may('c1', stage.step), session.may('c2', stage.step)]).toEqual([true, false]);
  expect(session.may('c1', proposals.check)).toBe(false);
  expect([session.holds('c1', 'sponsor', 'host'), session.holds('c1', 'sponsor')]).toEqual([true, false]);
});
