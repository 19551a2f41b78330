import { inject, provide } from 'vue';
import type { InjectionKey } from 'vue';
import type { Desk } from './desk.ts';

const key: InjectionKey<Desk> = Symbol('desk');

export const provideDesk = (desk: Desk): void => provide(key, desk);

/** The desk of the judge who sits here. Throws outside the judge's pages. */
export function useDesk(): Desk {
  const desk = inject(key);
  if (desk === undefined) throw new Error('no desk above this component');
  return desk;
}
