import { expect, test } from 'vitest';
import { testGroup, testOrganization } from '../../../../shared/proposals/testing.ts';
import { emptyProfile } from './empty-profile.ts';
import { profileBlockers } from './profile-blockers.ts';
import { storedProfile } from './stored-profile.ts';

test('an organization → its code as the standard writes it, nothing left of a host', () => {
  const typed = {
    ...testOrganization,
    creditCode: ' ５２999999-mj0031076d',
    host: testGroup.host,
    community: 'c01',
  };
  expect(storedProfile(typed)).toEqual(testOrganization);
});

test('a group → no code of its own, the code of its host tidied', () => {
  const host = {
    name: '东桥社区居民委员会',
    kind: 'residents_committee' as const,
    creditCode: '55999999mj00900178',
  };
  expect(storedProfile({ ...testGroup, creditCode: '1', host })).toEqual(testGroup);
});

test('an empty code box → no code', () => {
  expect(storedProfile({ ...testOrganization, creditCode: '  ' }).creditCode).toBeNull();
});

test('what may follow later does not block; consent and names do', () => {
  expect(profileBlockers({ ...testOrganization, leader: '', members: 0 })).toEqual([]);
  expect(profileBlockers(emptyProfile).map(({ path }) => path)).toEqual(['profile.consent', 'profile.name']);
});
