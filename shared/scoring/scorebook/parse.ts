import type { Fault } from './faults.ts';
import type { Known } from './known.ts';
import { readCriteria } from './read-criteria.ts';
import { readEntries, readJudges } from './read-people.ts';
import { readParties, readRules, RULES } from './read-rules.ts';
import { readSheets } from './read-sheets.ts';
import { checkRubrics, readAdjustments, readStages, readVotes } from './read-stages.ts';
import { readTies } from './read-ties.ts';
import type { JsonObject, Shape } from './reader.ts';
import { Reader } from './reader.ts';
import type { Scorebook } from './types.ts';

const FILE: Shape = {
  format: 'required',
  criteria: 'required',
  judges: 'required',
  entries: 'required',
  sheets: 'required',
  rules: 'required',
  votes: 'optional',
  adjustments: 'optional',
};

export type ParsedScorebook =
  | { readonly ok: true; readonly scorebook: Scorebook }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Checks a parsed JSON value against `scorebook/1` (DESIGN §6) and gives it back unchanged, or every fault with its
 * path. Nothing is coerced: a mark is a decimal string, never a JSON number.
 */
export function parseScorebook(json: unknown): ParsedScorebook {
  const reader = new Reader();
  const file = reader.record(json, '', FILE);
  if (file !== null) readFile(reader, file);
  if (reader.faults.length > 0) return { ok: false, faults: reader.faults };
  // Every property was read above; this is the only place where a Scorebook comes into being.
  return { ok: true, scorebook: json as Scorebook };
}

function readFile(reader: Reader, file: JsonObject): void {
  reader.oneOf(file.format, 'format', ['scorebook/1']);
  const rules = file.rules === undefined ? null : reader.record(file.rules, 'rules', RULES);
  const stages = readStages(reader, rules ?? {});
  const parties = readParties(reader, rules ?? {});
  const known: Known = {
    stages,
    parties,
    criteria: readCriteria(reader, file.criteria, stages),
    judges: readJudges(reader, file.judges, parties),
    entries: readEntries(reader, file.entries),
  };
  if (rules !== null) readRules(reader, rules, parties);
  readTies(reader, rules?.ties, known);
  checkRubrics(reader, known);
  readSheets(reader, file.sheets, known);
  readVotes(reader, file.votes, known);
  readAdjustments(reader, file.adjustments, known);
}
