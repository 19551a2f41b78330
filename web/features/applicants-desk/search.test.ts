import { expect, test } from 'vitest';
import type { Applicant, ApplicantProfile } from '../../../shared/contract/applicants.ts';
import { searchApplicants } from './search.ts';

const profile: ApplicantProfile = {
  kind: 'group',
  name: '',
  form: '',
  creditCode: null,
  creditCodeReason: '',
  host: null,
  community: null,
  leader: '',
  members: 0,
  profile: '',
  experience: '',
  consent: true,
};
const applicant = (id: string, phone: string, name: string | null): Applicant => ({
  id,
  revision: 1,
  phone,
  profile: name === null ? null : { ...profile, name },
  enteredByClerk: false,
  createdAt: 0,
});
const all = [applicant('a1', '10000000001', '东桥互助队'), applicant('a2', '10000000002', null)];
const found = (words: string) => searchApplicants(all, words).map(({ id }) => id);

test('blank words → everybody, also those without a profile', () => {
  expect(found('  ')).toEqual(['a1', 'a2']);
});

test('part of the name, end of the telephone, full-width digits → who has it', () => {
  expect(found('互助')).toEqual(['a1']);
  expect(found('0002')).toEqual(['a2']);
  expect(found('０００１')).toEqual(['a1']);
});

test('words nobody has → nobody', () => {
  expect(found('西桥')).toEqual([]);
});
