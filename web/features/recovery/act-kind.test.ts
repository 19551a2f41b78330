import { expect, it } from 'vitest';
import { actKind } from './act-kind.ts';

it('step of the host → its name; anything else → the last part of its path', () => {
  expect(actKind({ url: '/api/competitions/c/stage/steps', body: { step: { do: 'call' } } })).toBe('call');
  expect(actKind({ url: '/api/competitions/c/defenses/p/withdrawal', body: { reason: '生病' } })).toBe(
    'withdrawal',
  );
  expect(actKind({ url: '/api/competitions/c/absences', body: null })).toBe('absences');
});
