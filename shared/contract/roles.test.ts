import { expect, test } from 'vitest';
import { signsBeside } from './roles.ts';
import type { CompetitionRole } from './roles.ts';

test.each<[string, CompetitionRole[], boolean, CompetitionRole]>([
  ['a sponsor, with a supervisor', ['sponsor'], true, 'supervisor'],
  ['the supervisor', ['supervisor'], true, 'sponsor'],
  ['a sponsor, without a supervisor', ['sponsor'], false, 'sponsor'],
  ['somebody who is both, with a supervisor', ['sponsor', 'supervisor'], true, 'supervisor'],
])('%s signs → beside whom', (_who, own, hasSupervisor, beside) => {
  expect(signsBeside(own, hasSupervisor)).toBe(beside);
});
