import { ROUNDING_MODES } from '../numbers/round.ts';
import type { Known } from './known.ts';
import type { JsonObject, Reader, Shape } from './reader.ts';
import { COMBINATIONS, ROUNDING_PLACES, UNITS } from './types.ts';
import type { RoundingPlace } from './types.ts';

/** More decimals than any rule needs; keeps a wrong file from asking for millions of digits. */
const MOST_PLACES = 30;

export const RULES: Shape = {
  unit: 'required',
  combine: 'required',
  trim: 'optional',
  parties: 'optional',
  quorum: 'optional',
  stages: 'optional',
  line: 'optional',
  round: 'optional',
  ties: 'optional',
};
const TRIM: Shape = { high: 'required', low: 'required', min_valid: 'required', within: 'optional' };
const PARTY: Shape = { id: 'required', weight: 'required' };
const ROUNDING: Shape = { at: 'required', dp: 'required', mode: 'required' };

/** Weighted parties by id; null where there are none. */
export function readParties(reader: Reader, rules: JsonObject): Known['parties'] {
  if (rules.parties === undefined || rules.parties === null) return null;
  reader.notEmpty(rules.parties, 'rules.parties');
  const parties = reader.byId(rules.parties, 'rules.parties', PARTY, (item, path) =>
    reader.ratio(item.weight, `${path}.weight`, 'positive'),
  );
  return new Set(parties.keys());
}

/** All of the rules except stages, parties and ties, which are read by their own functions. */
export function readRules(reader: Reader, rules: JsonObject, parties: Known['parties']): void {
  reader.oneOf(rules.unit, 'rules.unit', UNITS);
  reader.oneOf(rules.combine, 'rules.combine', COMBINATIONS);
  reader.integer(rules.quorum, 'rules.quorum', 1);
  if (rules.line !== null) reader.decimal(rules.line, 'rules.line');
  if (rules.trim !== undefined && rules.trim !== null) readTrim(reader, rules.trim, parties);
  readRoundings(reader, rules.round);
}

function readTrim(reader: Reader, value: unknown, parties: Known['parties']): void {
  const trim = reader.record(value, 'rules.trim', TRIM);
  if (trim === null) return;
  const high = reader.integer(trim.high, 'rules.trim.high', 0);
  const low = reader.integer(trim.low, 'rules.trim.low', 0);
  const least = reader.integer(trim.min_valid, 'rules.trim.min_valid', 1);
  if (high !== null && low !== null && least !== null && high + low >= least)
    reader.report('rules.trim', 'trim_takes_all');
  const within = reader.oneOf(trim.within, 'rules.trim.within', ['panel', 'party']);
  if (parties !== null && trim.within === undefined) reader.report('rules.trim.within', 'missing');
  if (parties === null && within === 'party') reader.report('rules.trim.within', 'within_needs_parties');
}

function readRoundings(reader: Reader, value: unknown): void {
  const first = new Map<RoundingPlace, string>();
  reader.list(value, 'rules.round', (item, path) => {
    const rounding = reader.record(item, path, ROUNDING);
    if (rounding === null) return null;
    reader.integer(rounding.dp, `${path}.dp`, 0, MOST_PLACES);
    reader.oneOf(rounding.mode, `${path}.mode`, ROUNDING_MODES);
    const at = reader.oneOf(rounding.at, `${path}.at`, ROUNDING_PLACES);
    const earlier = at === null ? undefined : first.get(at);
    if (earlier !== undefined) return reader.report(`${path}.at`, 'duplicate', { first: earlier });
    if (at !== null) first.set(at, path);
    return null;
  });
}
