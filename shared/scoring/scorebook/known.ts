import type { Rational } from '../numbers/rational.ts';
import type { FaultValues } from './faults.ts';
import type { Reader } from './reader.ts';

/** What a mark of a criterion is checked against. */
export interface CriterionBounds {
  readonly stage: string | null;
  readonly track: string | null;
  readonly min: Rational;
  readonly max: Rational | null;
  readonly step: Rational | null;
}

export interface KnownEntry {
  readonly path: string;
  readonly track: string | null;
  readonly excluded: boolean;
}

/** The things a file defines, by id: whatever else it says may only refer to these. */
export interface Known {
  /** Null: the rules name no stages, so there is one, without a name. */
  readonly stages: ReadonlyMap<string, 'judged' | 'votes'> | null;
  /** Null: the rules weight no parties. */
  readonly parties: ReadonlySet<string> | null;
  readonly criteria: ReadonlyMap<string, CriterionBounds>;
  /** The judge's party, or null. */
  readonly judges: ReadonlyMap<string, string | null>;
  readonly entries: ReadonlyMap<string, KnownEntry>;
}

/** The ids of the judged stages. */
export function judgedStages(stages: Known['stages']): string[] {
  return [...(stages ?? [])].flatMap(([id, kind]) => (kind === 'judged' ? [id] : []));
}

const KINDS = {
  stage: ['环节', 'stage'],
  party: ['评委来源', 'party'],
  criterion: ['评审指标', 'criterion'],
  judge: ['评委', 'judge'],
  entry: ['项目', 'entry'],
} as const;

/** The id if it names something known; reports it otherwise. */
export function reference(
  reader: Reader,
  value: unknown,
  path: string,
  kind: keyof typeof KINDS,
  known: { has(id: string): boolean } | null,
): string | null {
  const id = reader.text(value, path);
  if (id === null || known?.has(id)) return id;
  const values: FaultValues = { id, kind: KINDS[kind][0], kind_en: KINDS[kind][1] };
  return reader.report(path, 'unknown_reference', values);
}
