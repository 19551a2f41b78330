import { exact } from '../numbers/decimal.ts';
import { ONE } from '../numbers/rational.ts';
import type { Adjustment, Scorebook } from '../scorebook/types.ts';
import { judgedStage } from './judged-stage.ts';
import { exactRules } from './rules.ts';
import type { ExactRules, Table, TableEntry, TableJudge, TableStage } from './types.ts';
import { votedStage } from './voted-stage.ts';

/** Reads a checked scorebook into exact numbers. */
export function buildTable(scorebook: Scorebook): Table {
  const rules = exactRules(scorebook.rules);
  const partyIndex = new Map(rules.parties?.map(({ id }, index) => [id, index]));
  const judges = scorebook.judges.map(({ id, party }): TableJudge => ({
    id,
    party: party ?? null,
    partyIndex: (party === undefined ? undefined : partyIndex.get(party)) ?? 0,
  }));
  const entries = tableEntries(scorebook);
  return { rules, judges, entries, stages: tableStages(scorebook, judges, entries, rules) };
}

function tableEntries({ entries, adjustments = [] }: Scorebook): TableEntry[] {
  const byEntry = new Map<string, Adjustment[]>();
  for (const adjustment of adjustments)
    byEntry.set(adjustment.entry, [...(byEntry.get(adjustment.entry) ?? []), adjustment]);
  return entries.map(({ id, track, excluded }) => ({
    id,
    track: track ?? null,
    excluded: excluded?.kind ?? null,
    adjustments: (byEntry.get(id) ?? []).map(({ points, reason }) => ({
      points: exact(points),
      reason: reason ?? null,
    })),
  }));
}

/** Without `stages` there is one stage without a name, of weight 1. */
function tableStages(
  scorebook: Scorebook,
  judges: readonly TableJudge[],
  entries: readonly TableEntry[],
  rules: ExactRules,
): TableStage[] {
  const people = { judges, entries };
  const { stages } = scorebook.rules;
  if (stages === undefined || stages === null)
    return [judgedStage(scorebook, people, { id: null, weight: ONE, only: true }, rules)];
  const only = stages.filter((stage) => stage.votes === undefined).length === 1;
  return stages.map(({ id, weight, votes: rule }) =>
    rule === undefined
      ? judgedStage(scorebook, people, { id, weight: exact(weight), only }, rules)
      : votedStage({ id, weight: exact(weight), rule }, scorebook.votes ?? [], entries),
  );
}
