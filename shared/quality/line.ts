import type { LineCertainty, LineEntry, Standing } from '../contract/quality.ts';
import type { Certainty } from '../scoring/certainty/types.ts';

/** 稳 = above the line without whomever, 稳落选 = below it without whomever, 临界 = else. */
export function standingOf(kept: number, judges: number): Standing {
  if (kept === judges) return 'firm_in';
  return kept === 0 ? 'firm_out' : 'borderline';
}

/** The certainty of the line as a reader looks at it: project by project, judge by judge. */
export function lineOf(certainty: Certainty): LineCertainty {
  const { cut, tied_at_line: tiedAtLine, leave_one_out: without, range, bootstrap, flip } = certainty;
  const chances = new Map(bootstrap.map(({ entry, probability }) => [entry, probability]));
  return {
    cut,
    tiedAtLine,
    entries: range.map(({ entry, best, worst }): LineEntry => {
      const kept = without.filter(({ funded }) => funded.includes(entry)).length;
      return {
        proposal: entry,
        best,
        worst,
        kept,
        standing: standingOf(kept, without.length),
        chance: chances.get(entry) ?? 0,
      };
    }),
    changes: flip
      .map(({ judge, points, down, up }) => ({ judge: Number(judge), points, down, up }))
      .sort((a, b) => a.judge - b.judge),
  };
}
