import { computed, ref, shallowRef } from 'vue';
import type { Schedule, ScheduleWishes, Turn } from '../../../shared/contract/schedule.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { boardFaults } from '../../../shared/schedule/half-days/board-faults.ts';
import type { DayTask } from '../../../shared/schedule/half-days/day-model.ts';
import { halfDaySlots } from '../../../shared/schedule/half-days/slots.ts';
import { chinaText } from '../../locales/china-time.ts';
import { t } from '../../locales/index.ts';
import { faultWords } from './fault-words.ts';
import { moved, occupant, takenOff } from './moves.ts';
import type { Place } from './moves.ts';

/** Moves that can be taken back. */
const UNDO = 50;

/** The board as it is being changed: the draft, what is held in the hand, and what a move would break. */
export function useBoard(settings: Settings, loaded: Schedule) {
  const schedule = shallowRef(loaded);
  const wishes = ref<ScheduleWishes>(copy(loaded.wishes));
  const turns = shallowRef<readonly Turn[]>(loaded.turns);
  const before = shallowRef<readonly (readonly Turn[])[]>([]);
  const held = ref<string | null>(null);
  /** Where the hand is: the focus, or the mouse while something is held. */
  const at = ref<Place | null>(null);
  const said = ref('');

  const projects = computed(() => new Map(schedule.value.projects.map((each) => [each.proposal, each])));
  const used = computed(() => {
    const highest = new Map<string, number>();
    for (const { session, slot } of turns.value)
      highest.set(session, Math.max(slot, highest.get(session) ?? 0));
    return highest;
  });
  const task = computed<DayTask>(() => ({
    halfDays: halfDaySlots(settings.timeline, wishes.value, { used: used.value }),
    wishes: wishes.value,
    projects: schedule.value.projects.filter(({ status }) => status !== 'withdrawn'),
    judges: schedule.value.judges.map(({ id }) => id),
    quorum: settings.scoring.quorum,
    lot: null,
    spareClosed: false,
  }));
  const wordsOf = (list: readonly Turn[]) =>
    new Map(
      [...boardFaults(task.value, list)].map(([id, faults]) => [
        id,
        faults.map((fault) => faultWords(fault, projects.value)),
      ]),
    );
  const faults = computed(() => wordsOf(turns.value));
  const pool = computed(() => {
    const placed = new Set(turns.value.map(({ proposal }) => proposal));
    return task.value.projects.filter(({ proposal }) => !placed.has(proposal));
  });
  /** How many of the places kept free are taken. */
  const spareTaken = computed(
    () =>
      turns.value.filter(({ session, slot }) => {
        const halfDay = task.value.halfDays.find((each) => each.session === session);
        const inTime = halfDay?.slots.filter(({ over }) => !over).length ?? 0;
        return slot <= inTime && slot > inTime - (halfDay?.spare ?? 0);
      }).length,
  );
  const changed = computed(
    () =>
      turns.value !== schedule.value.turns ||
      JSON.stringify(wishes.value) !== JSON.stringify(schedule.value.wishes),
  );

  /** What the held project would do at a place: with whom it changes, and which rules the move breaks anew. */
  function effectAt(place: Place): { other: string | null; broken: string[] } | null {
    const who = held.value;
    if (who === null) return null;
    const other = occupant(turns.value, place);
    const after = wordsOf(moved(turns.value, who, place));
    const touched = [who, ...(other === null || other === who ? [] : [other])];
    const title = (id: string) => projects.value.get(id)?.title ?? id;
    const broken = touched.flatMap((id) => (after.get(id) ?? []).map((words) => `${title(id)}：${words}`));
    // Who stands elsewhere may come to stand too close to the one that moves.
    const anew = [...after].filter(([id]) => !touched.includes(id) && !faults.value.has(id));
    return {
      other: other === who ? null : other,
      broken: [...broken, ...anew.flatMap(([id, words]) => words.map((each) => `${title(id)}：${each}`))],
    };
  }

  function change(next: readonly Turn[]): void {
    before.value = [turns.value, ...before.value].slice(0, UNDO);
    turns.value = next;
  }
  function put(place: Place): void {
    const who = held.value;
    if (who === null) return;
    change(moved(turns.value, who, place));
    const words = faults.value.get(who);
    said.value = t(words === undefined ? 'schedule.said.put' : 'schedule.said.put_broken', {
      title: projects.value.get(who)?.title ?? '',
      time: timeOf(place),
      faults: words?.join('；') ?? '',
    });
    held.value = null;
  }
  function takeOff(): void {
    const who = held.value;
    if (who === null) return;
    change(takenOff(turns.value, who));
    said.value = t('schedule.said.off', { title: projects.value.get(who)?.title ?? '' });
    held.value = null;
  }
  function undo(): void {
    const [last, ...rest] = before.value;
    if (last === undefined) return;
    turns.value = last;
    before.value = rest;
    said.value = t('schedule.said.undone');
  }
  function hold(proposal: string): void {
    held.value = held.value === proposal ? null : proposal;
    const title = projects.value.get(proposal)?.title ?? '';
    said.value = held.value === null ? t('schedule.said.let_go', { title }) : '';
  }
  function pointAt(place: Place): void {
    at.value = place;
  }
  function letGo(): void {
    if (held.value !== null) hold(held.value);
  }
  /** `上午场 9:33`. */
  function timeOf({ session, slot }: Place): string {
    const halfDay = task.value.halfDays.find((each) => each.session === session);
    const start = halfDay?.slots[slot - 1]?.start;
    return start === undefined ? '' : `${halfDay?.name ?? ''} ${clockOf(start)}`;
  }
  /** Takes over what the server has; the moves made so far cannot be taken back any more. */
  function adopt(next: Schedule): void {
    schedule.value = next;
    wishes.value = copy(next.wishes);
    turns.value = next.turns;
    before.value = [];
    held.value = null;
  }
  /** Takes over what somebody else's act changed; what is being changed here stays. */
  function rebase(next: Schedule): void {
    if (changed.value) schedule.value = next;
    else adopt(next);
  }

  return {
    ...{ schedule, wishes, turns, before, held, at, said, projects, task, faults, pool, spareTaken, changed },
    ...{ effectAt, pointAt, put, takeOff, undo, hold, letGo, timeOf, adopt, rebase },
  };
}
export type Board = ReturnType<typeof useBoard>;

/** Plain data alone: `structuredClone` is younger than the oldest browser. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** `9:33` on a Chinese clock. */
export const clockOf = (time: number): string => chinaText(time).slice(11).replace(/^0/, '');
