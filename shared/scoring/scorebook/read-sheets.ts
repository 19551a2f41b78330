import type { CriterionBounds, Known } from './known.ts';
import { judgedStages, reference } from './known.ts';
import type { MarkFault } from './mark-check.ts';
import { markChecker } from './mark-check.ts';
import { childPath } from './path.ts';
import { applies } from './read-criteria.ts';
import type { JsonObject, Reader, Shape } from './reader.ts';
import { owns } from './reader.ts';
import { ABSENCES } from './types.ts';

const SHEET: Shape = {
  judge: 'required',
  entry: 'required',
  stage: 'optional',
  marks: 'optional',
  absent: 'optional',
};

interface CheckedCriterion {
  readonly id: string;
  readonly bounds: CriterionBounds;
  readonly check: (mark: unknown) => MarkFault | null;
}

/** Checks every sheet: what it refers to, that it stands alone, and each mark. */
export function readSheets(reader: Reader, value: unknown, known: Known): void {
  const checked = [...known.criteria].map(([id, bounds]) => ({ id, bounds, check: markChecker(bounds) }));
  const rubric = rubrics(checked);
  const judged = known.stages ? new Set(judgedStages(known.stages)) : null;
  const first = new Map<string, string>();
  reader.list(value, 'sheets', (item, path) => {
    const sheet = reader.record(item, path, SHEET);
    if (sheet === null) return null;
    const judge = reference(reader, sheet.judge, `${path}.judge`, 'judge', known.judges);
    const entry = reference(reader, sheet.entry, `${path}.entry`, 'entry', known.entries);
    const stage = readStage(reader, sheet, path, judged);
    if (judge !== null && entry !== null && stage !== undefined)
      reportDuplicate(reader, path, first, JSON.stringify([judge, entry, stage]));
    readAbsence(reader, sheet, path);
    const marks = sheet.marks === undefined ? null : reader.object(sheet.marks, `${path}.marks`);
    if (marks === null || entry === null || stage === undefined) return null;
    readMarks(reader, marks, `${path}.marks`, rubric(stage, known.entries.get(entry)?.track ?? null));
    return null;
  });
}

/** The criteria of each kind of sheet, found once per stage and track. */
function rubrics(
  criteria: readonly CheckedCriterion[],
): (stage: string | null, track: string | null) => ReadonlyMap<string, CheckedCriterion> {
  const found = new Map<string, ReadonlyMap<string, CheckedCriterion>>();
  return (stage, track) => {
    const key = JSON.stringify([stage, track]);
    const rubric =
      found.get(key) ??
      new Map(criteria.filter((c) => applies(c.bounds, stage, track)).map((c) => [c.id, c] as const));
    found.set(key, rubric);
    return rubric;
  };
}

/** The stage of a sheet; null where stages have no names; undefined where it is wrong. */
function readStage(
  reader: Reader,
  sheet: JsonObject,
  path: string,
  judged: ReadonlySet<string> | null,
): string | null | undefined {
  if (sheet.stage !== undefined)
    return reference(reader, sheet.stage, `${path}.stage`, 'stage', judged) ?? undefined;
  if (judged === null) return null;
  const [only] = judged;
  if (judged.size === 1) return only;
  reader.report(`${path}.stage`, 'missing');
  return undefined;
}

function reportDuplicate(reader: Reader, path: string, first: Map<string, string>, key: string): void {
  const earlier = first.get(key);
  if (earlier === undefined) first.set(key, path);
  else reader.report(path, 'duplicate', { first: earlier });
}

function readAbsence(reader: Reader, sheet: JsonObject, path: string): void {
  const { marks, absent } = sheet;
  if (absent !== undefined && marks !== undefined) reader.report(path, 'marks_and_absent');
  if (absent === undefined && marks === undefined) reader.report(path, 'marks_or_absent');
  reader.oneOf(absent, `${path}.absent`, ABSENCES);
}

function readMarks(
  reader: Reader,
  marks: JsonObject,
  path: string,
  rubric: ReadonlyMap<string, CheckedCriterion>,
): void {
  for (const id of Object.keys(marks)) {
    const criterion = rubric.get(id);
    if (criterion === undefined) {
      reader.report(childPath(path, id), 'not_applicable');
      continue;
    }
    const fault = criterion.check(marks[id]);
    if (fault !== null) reader.report(childPath(path, id), fault.code, fault.values);
  }
  for (const id of rubric.keys()) if (!owns(marks, id)) reader.report(childPath(path, id), 'missing');
}
