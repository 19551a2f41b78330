import type { Turn } from '../../contract/schedule.ts';
import type { DayTask } from './day-model.ts';
import { slotFaults } from './day-model.ts';

/**
 * The plan of half-days by matching: a greatest one, and in lot order each project at its earliest place such that as
 * many can still be placed. Where a project stands, those of the same applicant lose the places too near to it. Every
 * step is proven by an augmenting path or by there being none (Berge 1957), with the projects not yet fixed taken to be
 * free of one another: what is ruled out so is ruled out for good, and a plan that comes out whole is the best.
 * @returns null where the projects of one applicant came into each other's way: then it takes a search
 */
export function matchPlan(task: DayTask): Turn[] | null {
  const { projects, lot, wishes } = task;
  const faultAt = slotFaults(task);
  const places = task.halfDays.flatMap(({ session, slots, spare }) =>
    slots
      .slice(0, task.spareClosed ? slots.length - spare : slots.length)
      .map((slot, index) => ({ session, slot: index + 1, time: slot })),
  );
  const open = projects.map((project) =>
    places.flatMap(({ time }, place) => (faultAt(project, time) === null ? [place] : [])),
  );
  const near = places.map(({ session, slot }) =>
    places.flatMap((other, place) =>
      other.session === session && Math.abs(other.slot - slot) <= wishes.applicantGap ? [place] : [],
    ),
  );
  const siblings = projects.map(({ applicant }, at) =>
    projects.flatMap((other, index) => (index !== at && other.applicant === applicant ? [index] : [])),
  );
  const index = new Map(projects.map(({ proposal }, at) => [proposal, at]));
  const order = new Set([...(lot ?? []).flatMap((id) => index.get(id) ?? []), ...index.values()]);
  const matching = new Matching(open, near, siblings);
  for (const project of order) if (!matching.settle(project)) return null;
  return [...matching.placeOf].flatMap((at, project) => {
    const place = places[at];
    const proposal = projects[project]?.proposal;
    return place === undefined || proposal === undefined
      ? []
      : [{ proposal, session: place.session, slot: place.slot }];
  });
}

const NOBODY = -1;

/** A greatest matching that keeps its size while projects are fixed one after the other. */
class Matching {
  /** Place by project. */
  readonly placeOf: Int32Array;
  private readonly open: readonly (readonly number[])[];
  private readonly near: readonly (readonly number[])[];
  private readonly siblings: readonly (readonly number[])[];
  private readonly holder: Int32Array;
  private readonly isFixed: Uint8Array;
  /** Places held by fixed projects. */
  private readonly isTaken: Uint8Array;
  /** Project × place: too near to a fixed project of the same applicant. */
  private readonly isBarred: Uint8Array;
  /** Places looked at, by the number of the search that did. */
  private readonly seen: Int32Array;
  private search = 0;
  private readonly most: number;

  constructor(
    open: readonly (readonly number[])[],
    near: readonly (readonly number[])[],
    siblings: readonly (readonly number[])[],
  ) {
    this.open = open;
    this.near = near;
    this.siblings = siblings;
    this.placeOf = new Int32Array(open.length).fill(NOBODY);
    this.holder = new Int32Array(near.length).fill(NOBODY);
    this.isFixed = new Uint8Array(open.length);
    this.isTaken = new Uint8Array(near.length);
    this.isBarred = new Uint8Array(open.length * near.length);
    this.seen = new Int32Array(near.length);
    this.fill(open.length);
    this.most = this.size();
  }

  /**
   * Fixes a project at the earliest place with which as many can be placed; one that no such plan places stays out.
   * @returns false where it would have to stay out only because of its applicant's other projects
   */
  settle(project: number): boolean {
    this.isFixed[project] = 1;
    const wasPlaced = this.placeOf[project] !== NOBODY;
    return (this.open[project] ?? []).some((place) => this.canTake(project, place)) || !wasPlaced;
  }

  /** Moves the project to the place if as many can still be placed; else leaves everything as it was. */
  private canTake(project: number, place: number): boolean {
    if (this.isTaken[place] === 1 || this.isBarredFrom(project, place)) return false;
    const before = [this.placeOf.slice(), this.holder.slice()] as const;
    this.vacate(project);
    const other = this.holder[place] ?? NOBODY;
    if (other !== NOBODY) this.vacate(other);
    this.put(project, place);
    this.isTaken[place] = 1;
    const barred = this.bar(project, place);
    this.fill(this.most - this.size());
    if (this.size() === this.most) return true;
    this.isTaken[place] = 0;
    for (const cell of barred) this.isBarred[cell] = 0;
    this.placeOf.set(before[0]);
    this.holder.set(before[1]);
    return false;
  }

  /** Takes the places near to one from the siblings that are not fixed. @returns what has been barred now */
  private bar(project: number, place: number): number[] {
    const cells: number[] = [];
    for (const sibling of this.siblings[project] ?? [])
      for (const each of this.near[place] ?? []) {
        const cell = sibling * this.near.length + each;
        if (this.isFixed[sibling] === 1 || this.isBarred[cell] === 1) continue;
        this.isBarred[cell] = 1;
        cells.push(cell);
        if (this.placeOf[sibling] === each) this.vacate(sibling);
      }
    return cells;
  }

  private isBarredFrom(project: number, place: number): boolean {
    return this.isBarred[project * this.near.length + place] === 1;
  }

  /** Gives up to so many projects without a place one. */
  private fill(missing: number): void {
    let left = missing;
    for (const project of this.placeOf.keys())
      if (
        left > 0 &&
        this.placeOf[project] === NOBODY &&
        this.isFixed[project] === 0 &&
        this.augment(project)
      )
        left -= 1;
  }

  /** Finds a place for a project by moving others along an alternating path; false where there is none. */
  private augment(project: number): boolean {
    this.search += 1;
    const from = new Map<number, number>();
    const queue = [project];
    for (const one of queue)
      for (const place of this.open[one] ?? []) {
        if (this.isTaken[place] === 1 || this.seen[place] === this.search || this.isBarredFrom(one, place))
          continue;
        this.seen[place] = this.search;
        from.set(place, one);
        const holder = this.holder[place] ?? NOBODY;
        if (holder === NOBODY) {
          this.shift(place, from, project);
          return true;
        }
        queue.push(holder);
      }
    return false;
  }

  /** Walks the path back: each takes the place it reached. */
  private shift(last: number, from: ReadonlyMap<number, number>, project: number): void {
    for (let place = last; ;) {
      const one = from.get(place) ?? project;
      const old = this.placeOf[one] ?? NOBODY;
      this.put(one, place);
      if (one === project) return;
      place = old;
    }
  }

  private put(project: number, place: number): void {
    this.placeOf[project] = place;
    this.holder[place] = project;
  }

  private vacate(project: number): void {
    const place = this.placeOf[project] ?? NOBODY;
    if (place === NOBODY) return;
    this.holder[place] = NOBODY;
    this.placeOf[project] = NOBODY;
  }

  private size(): number {
    return this.placeOf.reduce((sum, place) => sum + (place === NOBODY ? 0 : 1), 0);
  }
}
