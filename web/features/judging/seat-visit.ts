import { computed, ref, shallowRef } from 'vue';
import type { ComputedRef, Ref, ShallowRef } from 'vue';
import type { RosterEntry, Seat } from '../../../shared/contract/devices.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import { enrol, enterCode, fetchSeat, keptSeat } from './seat.ts';
import type { CodeAnswer } from './seat.ts';

/** Why there are no names to choose from. */
export type SeatFault = 'unknown' | 'usedLink' | 'noServer' | 'noStorage';

/** J-03 from the arrival at the tablet to the code. */
export interface SeatVisit {
  seat: Readonly<ShallowRef<Seat | null>>;
  fault: Readonly<Ref<SeatFault | null>>;
  /** The judge whose code is asked for. */
  chosen: Readonly<ShallowRef<RosterEntry | null>>;
  names: ComputedRef<{ id: string; seat: number; name: string }[]>;
  code: Ref<string>;
  answer: Readonly<Ref<CodeAnswer | 'checking' | null>>;
  /** Opens with the token of a seat card, or with what the device knows. */
  arrive: (token: string | null) => Promise<void>;
  choose: (judge: string) => void;
  /** Gives the id of the judge who is now in, else null. */
  enter: (code: string) => Promise<string | null>;
}

export function useSeatVisit(): SeatVisit {
  const seat = shallowRef<Seat | null>(null);
  const fault = ref<SeatFault | null>(null);
  const chosen = shallowRef<RosterEntry | null>(null);
  const code = ref('');
  const answer = ref<CodeAnswer | 'checking' | null>(null);

  function take(known: Seat | null): void {
    seat.value = known;
    const [only, second] = known?.roster ?? [];
    const again = known?.roster.find(({ judge }) => judge === chosen.value?.judge);
    chosen.value = again ?? (second === undefined ? (only ?? null) : null);
  }

  async function arrive(token: string | null): Promise<void> {
    fault.value = null;
    try {
      take(await keptSeat());
    } catch {
      fault.value = 'noStorage';
      return;
    }
    try {
      take(token === null ? await fetchSeat() : await enrol(token));
    } catch (error) {
      if (token !== null || seat.value === null) fault.value = faultOf(error, token);
    }
  }

  function choose(judge: string): void {
    chosen.value = seat.value?.roster.find((entry) => entry.judge === judge) ?? null;
    code.value = '';
    answer.value = null;
  }

  async function enter(entered: string): Promise<string | null> {
    const entry = chosen.value;
    if (seat.value === null || entry === null) return null;
    answer.value = 'checking';
    answer.value = await enterCode(seat.value, entry, entered);
    code.value = '';
    return answer.value.kind === 'in' ? entry.judge : null;
  }

  return {
    seat,
    fault,
    chosen,
    names: computed(() =>
      [...(seat.value?.roster ?? [])]
        .sort((a, b) => a.seat - b.seat)
        .map((entry) => ({ id: entry.judge, seat: entry.seat, name: entry.name })),
    ),
    code,
    answer,
    arrive,
    choose,
    enter,
  };
}

function faultOf(error: unknown, token: string | null): SeatFault {
  if (!(error instanceof ContractError)) return 'noServer';
  return token === null ? 'unknown' : 'usedLink';
}
