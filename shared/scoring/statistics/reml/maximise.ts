import type { Fit, Ratios } from './likelihood.ts';

const START = [0, 0.3, 3] as const;
const MOST_STEPS = 200;
const CLOSE = 1e-13;

/**
 * The ratios of greatest restricted likelihood, none below 0: the best point of a coarse grid, then Newton's method
 * on the exact gradient, its derivative taken by differences, each step halved until the deviance does not rise.
 * Logarithms only compare deviances; the answer itself comes from + − × ÷ √ and is the same on every machine.
 */
export function maximise(fitAt: (ratios: Ratios) => Fit): Ratios {
  let at = bestOfGrid(fitAt);
  let here = fitAt(at);
  for (let i = 0; i < MOST_STEPS; i += 1) {
    const step = newtonStep(fitAt, at, here);
    let next = moved(at, step, 1);
    let there = fitAt(next);
    for (let part = 0.5; there.deviance > here.deviance + 1e-9 && part > 1e-9; part /= 2) {
      next = moved(at, step, part);
      there = fitAt(next);
    }
    const change = Math.max(relative(at.entry, next.entry), relative(at.judge, next.judge));
    at = next;
    here = there;
    if (change < CLOSE) break;
  }
  return at;
}

function bestOfGrid(fitAt: (ratios: Ratios) => Fit): Ratios {
  const points = START.flatMap((entry) => START.map((judge) => ({ entry, judge })));
  const fits = points.map((ratios) => ({ ratios, deviance: fitAt(ratios).deviance }));
  return fits.reduce((best, one) => (one.deviance < best.deviance ? one : best)).ratios;
}

/** −H⁻¹ g over the ratios that are free; downhill by the gradient where H is not positive definite. */
function newtonStep(fitAt: (ratios: Ratios) => Fit, at: Ratios, { gradient: g }: Fit): Ratios {
  const width = (x: number): number => 1e-6 * Math.max(x, 1e-2);
  const [de, dj] = [width(at.entry), width(at.judge)];
  const byEntry = fitAt({ ...at, entry: at.entry + de }).gradient;
  const byJudge = fitAt({ ...at, judge: at.judge + dj }).gradient;
  const ee = (byEntry.entry - g.entry) / de;
  const jj = (byJudge.judge - g.judge) / dj;
  const ej = ((byEntry.judge - g.judge) / de + (byJudge.entry - g.entry) / dj) / 2;
  const entryFixed = at.entry === 0 && g.entry >= 0;
  const judgeFixed = at.judge === 0 && g.judge >= 0;
  const determinant = ee * jj - ej * ej;
  if (!entryFixed && !judgeFixed && ee > 0 && determinant > 0)
    return {
      entry: (ej * g.judge - jj * g.entry) / determinant,
      judge: (ej * g.entry - ee * g.judge) / determinant,
    };
  return {
    entry: entryFixed ? 0 : alone(g.entry, ee, at.entry),
    judge: judgeFixed ? 0 : alone(g.judge, jj, at.judge),
  };
}

/** A step along one ratio; where the curve bends the wrong way, its own size downhill. */
function alone(gradient: number, curvature: number, at: number): number {
  if (curvature > 0) return -gradient / curvature;
  return gradient === 0 ? 0 : -Math.sign(gradient) * Math.max(at, 0.01);
}

function moved(at: Ratios, step: Ratios, part: number): Ratios {
  return {
    entry: Math.max(0, at.entry + part * step.entry),
    judge: Math.max(0, at.judge + part * step.judge),
  };
}

function relative(from: number, to: number): number {
  return Math.abs(to - from) / Math.max(from, to, 1e-9);
}
