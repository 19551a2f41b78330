import type { demoDoors } from '../../../shared/contract/demo.ts';

export type DemoDoor = (typeof demoDoors)[number];

/** Whom a door lets in: an account, or the judge at a seat. */
export interface DemoEntrance {
  account: string | null;
  judge: string | null;
  path: string;
}

/** Where a demonstration stands and who waits behind its doors. */
export interface DemoStand {
  competition: string;
  doors: Record<DemoDoor, DemoEntrance>;
}
