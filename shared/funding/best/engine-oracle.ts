import type { MipEngine } from '../../solver/mip.ts';
import type { FloorOracle } from '../rank/floor-oracle.ts';
import { bestByEngine } from './best-list.ts';

export type EngineOracle = {
  readonly oracle: FloorOracle;
  /** Whether every answer so far was certain; what the time did not allow to find was taken not to exist. */
  readonly isSure: () => boolean;
};

/** Asks an engine whether floors can be met. */
export function engineOracle(engine: MipEngine, secondsLeft: () => number): EngineOracle {
  let isSure = true;
  return {
    oracle: (limits, projects) => {
      const worthless = projects.map((project) => ({ ...project, score: 0n }));
      const found = bestByEngine({ projects: worthless, limits, mayTrim: false }, engine, secondsLeft);
      if (found.status === 'unknown') isSure = false;
      return found.list !== null;
    },
    isSure: () => isSure,
  };
}
