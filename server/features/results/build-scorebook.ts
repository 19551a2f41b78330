import type { Settings } from '../../../shared/contract/settings.ts';
import type { Absence, Entry, ScorebookFile, Sheet } from '../../../shared/scoring/index.ts';
import { scoringCriteria } from '../../../shared/panels/scoring-criteria.ts';
import { judgedStage, scoringRules, votedStage } from '../../../shared/panels/scoring-rules.ts';
import { criteriaFor, differsByTrack } from '../../../shared/panels/rubric.ts';
import { cellKey } from './record-of-day.ts';
import type { DaySheet, RecordOfDay } from './record-of-day.ts';

/**
 * The open file of a result (DESIGN §6): the frozen rule, judges by seat, projects by order number, every locked
 * sheet, every judge who gave none with its kind. A recusal counts before anything else.
 */
export function buildScorebook(settings: Settings, day: RecordOfDay): ScorebookFile {
  const rules = scoringRules(settings.scoring);
  const decisions = day.tieDecisions.map((order) => ({ decision: order }));
  const byTrack = differsByTrack(settings.rubric);
  return {
    format: 'scorebook/1',
    criteria: scoringCriteria(settings.rubric),
    judges: day.judges.map(({ id, profile }) => ({ id, name: profile.name, party: profile.party })),
    entries: day.projects.map(({ id, title, track, withdrawn }): Entry => ({
      id,
      name: title,
      ...(byTrack && track !== null ? { track } : {}),
      ...(withdrawn === null ? {} : { excluded: { kind: 'withdrawn', reason: withdrawn } }),
    })),
    sheets: sheetsOf(settings, day),
    rules: { ...rules, ties: [...(rules.ties ?? []), ...decisions] },
    ...besideMarks(settings, day),
  };
}

/** 加减分 and votes of the projects that take part, where the rule has them. */
function besideMarks(
  { scoring: { beside } }: Settings,
  { projects, adjustments, votes }: RecordOfDay,
): Pick<ScorebookFile, 'adjustments' | 'votes'> {
  const taking = new Set(projects.filter(({ withdrawn }) => withdrawn === null).map(({ id }) => id));
  return {
    ...(beside?.votes
      ? {
          votes: votes
            .filter(({ proposal }) => taking.has(proposal))
            .map(({ proposal, count }) => ({ stage: votedStage, entry: proposal, count })),
        }
      : {}),
    ...(beside?.bonus
      ? {
          adjustments: adjustments
            .filter(({ proposal }) => taking.has(proposal))
            .map(({ proposal, points, reason }) => ({ entry: proposal, points, reason })),
        }
      : {}),
  };
}

function sheetsOf(settings: Settings, { judges, projects, sheets, recused }: RecordOfDay): Sheet[] {
  const given = new Map(sheets.map((sheet) => [cellKey(sheet.judge, sheet.proposal), sheet]));
  const stage = settings.scoring.beside?.votes ? { stage: judgedStage } : {};
  return projects
    .filter(({ withdrawn }) => withdrawn === null)
    .flatMap(({ id: entry, track }) =>
      judges.flatMap(({ id: judge }): Sheet[] => {
        const key = cellKey(judge, entry);
        if (recused.has(key)) return [{ judge, entry, ...stage, absent: 'recused' }];
        const sheet = given.get(key);
        // Heard before a substitute came: not the substitute's to score, so there is no sheet at all.
        if (!sheet || sheet.status === 'unassigned') return [];
        return [{ judge, entry, ...stage, ...content(settings, track, sheet) }];
      }),
    );
}

function content(
  settings: Settings,
  track: string | null,
  { status, marks, absent }: DaySheet,
): Pick<Sheet, 'marks' | 'absent'> {
  if (status === 'absent') return { absent: absent as Absence }; // The column holds absences of the contract only.
  const ids = criteriaFor(settings.rubric.criteria, track).map(({ id }) => id);
  return { marks: Object.fromEntries(ids.map((id) => [id, marks[id] ?? null])) };
}
