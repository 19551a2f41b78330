import type { TObject, TSchema } from 'typebox';
import { closed } from '../../contract/route.ts';

/** What an act can be about; the subject of an entry is `kind:id`. */
export const subjectKinds = [
  'competition',
  'officer',
  'applicant',
  'proposal',
  'judge',
  'recusal',
  'device',
  'sheet',
  'result',
  'decision',
  'export',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Who can act; the program itself is `system`. */
export const actorKinds = ['officer', 'applicant', 'judge'] as const;
export type Actor = 'system' | `${(typeof actorKinds)[number]}:${string}`;

type Fields = Record<string, TSchema>;

/** One action: what it is about, what its `data` holds, and the values it seals. */
export type Action<
  S extends SubjectKind = SubjectKind,
  D extends TObject = TObject,
  V extends TObject = TObject,
> = {
  readonly subject: S;
  readonly data: D;
  readonly sealed: V;
};

/** Declares an action from its fields. */
export function action<const S extends SubjectKind, D extends Fields, V extends Fields>(
  subject: S,
  data: D,
  sealed: V,
) {
  return { subject, data: closed(data), sealed: closed(sealed) };
}
