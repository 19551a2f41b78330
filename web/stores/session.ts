import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Grant } from '../../shared/contract/roles.ts';
import { session as routes } from '../../shared/contract/session.ts';
import type { SessionReply } from '../../shared/contract/session.ts';
import { call } from '../api/client.ts';

export type CompetitionGrant = SessionReply['competitions'][number]['roles'][number];

/** Who is signed in on this browser: an officer or applicant, and the enrolled device. */
export const useSession = defineStore('session', () => {
  const reply = shallowRef<SessionReply | null>(null);
  /** The session has ended under the user's hands; the sign-in lies over the page until it is answered. */
  const expired = ref(false);
  let answer: ((signedIn: boolean) => void) | null = null;
  let again: Promise<boolean> | null = null;

  const account = computed(() => reply.value?.account ?? null);
  const device = computed(() => reply.value?.device ?? null);
  const competitions = computed(() => reply.value?.competitions ?? []);

  /** Asks the server once; later calls answer from memory. */
  async function load(): Promise<void> {
    if (reply.value === null) await reload();
  }

  async function reload(): Promise<void> {
    reply.value = await call(routes.current, {});
  }

  /** Takes over what a sign-in, a set-up or a demo door answered. */
  function accept(value: SessionReply): void {
    reply.value = value;
  }

  async function signOut(): Promise<void> {
    await call(routes.signOut, {});
    await reload();
  }

  function rolesIn(competition: string): readonly CompetitionGrant[] {
    return competitions.value.find((one) => one.id === competition)?.roles ?? [];
  }

  /** Whether one of the roles is held in the competition. */
  function holds(competition: string, ...roles: CompetitionGrant[]): boolean {
    return rolesIn(competition).some((role) => roles.includes(role));
  }

  /** Whether a role held in the competition opens the route; the server decides, this only hides dead doors. */
  function may(competition: string, route: { allow: readonly Grant[] }): boolean {
    return rolesIn(competition).some((role) => route.allow.includes(role));
  }

  /** Lets the person sign in over the page; gives false at once when nobody was signed in here. */
  function signInAgain(): Promise<boolean> {
    if (account.value === null) return Promise.resolve(false);
    expired.value = true;
    again ??= new Promise((resolve) => {
      answer = resolve;
    });
    return again;
  }

  function endSignInAgain(signedIn: boolean): void {
    expired.value = false;
    again = null;
    answer?.(signedIn);
    answer = null;
  }

  return {
    account,
    device,
    competitions,
    expired,
    load,
    reload,
    accept,
    signOut,
    rolesIn,
    holds,
    may,
    signInAgain,
    endSignInAgain,
  };
});
