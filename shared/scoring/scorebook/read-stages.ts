import type { Known } from './known.ts';
import { judgedStages, reference } from './known.ts';
import { applies } from './read-criteria.ts';
import type { JsonObject, Reader, Shape } from './reader.ts';

const STAGE: Shape = { id: 'required', weight: 'required', votes: 'optional' };
const VOTES: Shape = { by: 'required', table: 'optional' };
const COUNT: Shape = { stage: 'required', entry: 'required', count: 'required' };
const ADJUSTMENT: Shape = { entry: 'required', points: 'required', reason: 'optional' };

/** Stages by id; null where the rules name none. */
export function readStages(reader: Reader, rules: JsonObject): Known['stages'] {
  if (rules.stages === undefined || rules.stages === null) return null;
  reader.notEmpty(rules.stages, 'rules.stages');
  return reader.byId(rules.stages, 'rules.stages', STAGE, (item, path) => {
    reader.ratio(item.weight, `${path}.weight`, 'positive');
    if (item.votes === undefined) return 'judged';
    readVoteRule(reader, item.votes, `${path}.votes`);
    return 'votes';
  });
}

function readVoteRule(reader: Reader, value: unknown, path: string): void {
  const votes = reader.record(value, path, VOTES);
  if (votes === null) return;
  const by = reader.oneOf(votes.by, `${path}.by`, ['percent', 'rank']);
  if (by === 'rank' && votes.table === undefined) reader.report(`${path}.table`, 'missing');
  if (by === 'percent' && votes.table !== undefined && votes.table !== null)
    reader.report(`${path}.table`, 'unknown_property');
  if (by === 'rank') reader.list(votes.table, `${path}.table`, (item, here) => reader.decimal(item, here));
}

/** Top-level `votes`: one whole number for a stage with votes and an entry. */
export function readVotes(reader: Reader, value: unknown, known: Known): void {
  const voted = new Set([...(known.stages ?? [])].flatMap(([id, kind]) => (kind === 'votes' ? [id] : [])));
  const first = new Map<string, string>();
  reader.list(value, 'votes', (item, path) => {
    const vote = reader.record(item, path, COUNT);
    if (vote === null) return null;
    const stage = reference(reader, vote.stage, `${path}.stage`, 'stage', voted);
    const entry = reference(reader, vote.entry, `${path}.entry`, 'entry', known.entries);
    reader.integer(vote.count, `${path}.count`, 0);
    const key = JSON.stringify([stage, entry]);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, path);
    else if (stage !== null && entry !== null) reader.report(path, 'duplicate', { first: earlier });
    return null;
  });
}

export function readAdjustments(reader: Reader, value: unknown, known: Known): void {
  reader.list(value, 'adjustments', (item, path) => {
    const adjustment = reader.record(item, path, ADJUSTMENT);
    if (adjustment === null) return null;
    reference(reader, adjustment.entry, `${path}.entry`, 'entry', known.entries);
    reader.decimal(adjustment.points, `${path}.points`);
    reader.text(adjustment.reason, `${path}.reason`);
    return null;
  });
}

/** Every ranked entry needs something to be marked by at every judged stage. */
export function checkRubrics(reader: Reader, known: Known): void {
  const judged = known.stages ? judgedStages(known.stages) : [null];
  const criteria = [...known.criteria.values()];
  for (const { path, track, excluded } of known.entries.values()) {
    const empty = judged.some((stage) => !criteria.some((criterion) => applies(criterion, stage, track)));
    if (empty && !excluded) reader.report(path, 'no_criteria');
  }
}
