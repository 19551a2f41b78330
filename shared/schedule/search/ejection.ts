import type { Board, Occupancy, Spot } from '../grid/board.ts';
import { NOBODY } from '../grid/board.ts';
import { Substitutes } from './substitutes.ts';
import type { Substitution } from './substitutes.ts';

/** A spot, the placed proposals that have to leave for it and the seats of others that change hands. */
export interface Ejection {
  readonly spot: Spot;
  readonly leaving: readonly number[];
  readonly substitutions: readonly Substitution[];
}

/** More than this many in the way of one room, judge or applicant: not considered. */
const MOST_IN_THE_WAY = 3;

/** A change of a seat costs little beside a proposal that has to leave. */
const SUBSTITUTION = 0.01;

/**
 * The spot whose occupants weigh least, ties broken by chance: for each start and room, the judges are chosen role by
 * role, those already free through an earlier choice first. A good choice, not always the best.
 */
export function cheapestEjection(
  board: Board,
  proposal: number,
  starts: ArrayLike<number>,
  weight: Float64Array,
  random: (below: number) => number,
): Ejection | null {
  const search = new EjectionSearch(board, proposal, weight, random);
  for (let index = 0; index < starts.length; index += 1) search.tryStart(starts[index] ?? 0);
  return search.best;
}

/** A judge who could take a role at the start under trial, and who is in the way there. */
interface Candidate {
  readonly judge: number;
  readonly inTheWay: readonly number[];
}

/** What has to happen for a judge to be free, beside what happens anyway. */
interface Release {
  readonly cost: number;
  readonly leaving: readonly number[];
  readonly substitution: Substitution | null;
}

const FREE: Release = { cost: 0, leaving: [], substitution: null };

class EjectionSearch {
  best: Ejection | null = null;
  private least = Infinity;
  private ties = 0;
  private readonly board: Board;
  private readonly proposal: number;
  private readonly slots: number;
  private readonly weight: Float64Array;
  private readonly random: (below: number) => number;
  private readonly substitutes: Substitutes;

  constructor(board: Board, proposal: number, weight: Float64Array, random: (below: number) => number) {
    this.board = board;
    this.proposal = proposal;
    this.slots = board.grid.duration[proposal] ?? 1;
    this.weight = weight;
    this.random = random;
    this.substitutes = new Substitutes(board);
  }

  tryStart(start: number): void {
    const { applicant, roomRun } = this.board.grid;
    const shared = applicant[this.proposal] ?? NOBODY;
    const others = shared === NOBODY ? [] : this.inTheWay(this.board.applicants, shared, start);
    if (others === null || this.weigh(others) > this.least) return;
    const roles = this.candidates(start);
    if (roles === null) return;
    let emptyTried = false;
    for (const [room, run] of roomRun.entries()) {
      if ((run[start] ?? 0) < this.slots) continue;
      const inRoom = this.inTheWay(this.board.rooms, room, start);
      if (inRoom === null || (inRoom.length === 0 && emptyTried)) continue;
      emptyTried ||= inRoom.length === 0;
      this.tryRoom(start, room, union(others, inRoom), roles);
    }
  }

  private tryRoom(
    start: number,
    room: number,
    leavingRoom: readonly number[],
    roles: readonly (readonly Candidate[])[],
  ): void {
    let leaving = leavingRoom;
    let sum = this.weigh(leaving);
    const judges: number[] = [];
    const taken: number[] = [];
    const substitutions: Substitution[] = [];
    for (const candidates of roles) {
      if (sum > this.least) return;
      let chosen = NOBODY;
      let release: Release | null = null;
      for (const candidate of candidates) {
        if (taken.includes(candidate.judge)) continue;
        const offered = this.release(candidate, leaving, taken);
        if (offered.cost < (release?.cost ?? Infinity)) {
          chosen = candidate.judge;
          release = offered;
        }
        if (offered.cost === 0) break;
      }
      if (release === null) return;
      if (release.leaving.length > 0) leaving = union(leaving, release.leaving);
      if (release.substitution !== null) {
        substitutions.push(release.substitution);
        taken.push(release.substitution.to);
      }
      sum += release.cost;
      judges.push(chosen);
      taken.push(chosen);
    }
    this.offer({ spot: { start, room, judges }, leaving, substitutions }, sum);
  }

  private offer(ejection: Ejection, sum: number): void {
    if (sum > this.least) return;
    this.ties = sum === this.least ? this.ties + 1 : 1;
    if (this.random(this.ties) !== 0) return;
    this.least = sum;
    this.best = ejection;
  }

  /** The cheapest way to free a judge when `leaving` leave anyway. */
  private release(
    { judge, inTheWay }: Candidate,
    leaving: readonly number[],
    taken: readonly number[],
  ): Release {
    const { board } = this;
    const staying = inTheWay.length === 0 ? inTheWay : inTheWay.filter((each) => !leaving.includes(each));
    if (!board.isFull(judge)) {
      if (staying.length === 0) return FREE;
      const [only, ...more] = staying;
      const substitution = only === undefined || more.length > 0 ? null : this.substitutes.find(only, judge);
      if (substitution !== null && !taken.includes(substitution.to))
        return { cost: SUBSTITUTION, leaving: [], substitution };
      return { cost: this.weigh(staying), leaving: staying, substitution: null };
    }
    if (staying.length > 0) return { cost: this.weigh(staying), leaving: staying, substitution: null };
    const defenses = board.defensesOf(judge);
    if (defenses.some((each) => leaving.includes(each))) return FREE;
    let lightest = NOBODY;
    for (const each of defenses) {
      const substitution = this.substitutes.find(each, judge);
      if (substitution !== null && !taken.includes(substitution.to))
        return { cost: SUBSTITUTION, leaving: [], substitution };
      if (lightest === NOBODY || this.weightOf(each) < this.weightOf(lightest)) lightest = each;
    }
    return { cost: this.weightOf(lightest), leaving: [lightest], substitution: null };
  }

  private candidates(start: number): Candidate[][] | null {
    const { eligible, judgeRun, judgeMax } = this.board.grid;
    const roles: Candidate[][] = [];
    for (const judges of eligible[this.proposal] ?? []) {
      const able: Candidate[] = [];
      for (const judge of judges) {
        if ((judgeRun[judge]?.[start] ?? 0) < this.slots || judgeMax[judge] === 0) continue;
        const inTheWay = this.inTheWay(this.board.judges, judge, start);
        if (inTheWay !== null) able.push({ judge, inTheWay });
      }
      if (able.length === 0) return null;
      roles.push(able);
    }
    return roles;
  }

  private inTheWay(occupancy: Occupancy, row: number, start: number): number[] | null {
    const found: number[] = [];
    let who = occupancy.next(row, start, this.slots, 0);
    while (who !== NOBODY) {
      found.push(who);
      if (found.length > MOST_IN_THE_WAY) return null;
      const { start: at } = this.board.spot(who) ?? { start: 0 };
      who = occupancy.next(row, start, this.slots, at + (this.board.grid.duration[who] ?? 1));
    }
    return found;
  }

  private weightOf(proposal: number): number {
    return this.weight[proposal] ?? 0;
  }

  private weigh(proposals: readonly number[]): number {
    let sum = 0;
    for (const each of proposals) sum += this.weightOf(each);
    return sum;
  }
}

function union(one: readonly number[], two: readonly number[]): readonly number[] {
  const more = two.filter((each) => !one.includes(each));
  return more.length === 0 ? one : [...one, ...more];
}
