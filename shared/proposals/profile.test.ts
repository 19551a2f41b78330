import { expect, test } from 'vitest';
import type { ApplicantProfile } from '../contract/applicants.ts';
import { profileRefusals } from './profile.ts';
import { testGroup, testOrganization } from './testing.ts';

/** Fails its checksum: the right last sign is A. */
const failing = '51999999MJ0055596J';

test.each<[string, ApplicantProfile, string[]]>([
  ['a complete organization', testOrganization, []],
  ['a complete group', testGroup, []],
  ['no consent', { ...testOrganization, consent: false }, ['profile.consent']],
  ['a group without a host', { ...testGroup, host: null }, ['profile.host']],
  ['a code not filled in yet', { ...testOrganization, creditCode: '' }, []],
  ['a code of the wrong form', { ...testOrganization, creditCode: '123' }, ['profile.creditCode']],
  [
    'a code of the wrong form with a reason',
    { ...testOrganization, creditCode: '123', creditCodeReason: '证书如此' },
    ['profile.creditCode'],
  ],
  ['a code that fails its checksum', { ...testOrganization, creditCode: failing }, ['profile.creditCode']],
  [
    'a code that fails its checksum, with a blank reason',
    { ...testOrganization, creditCode: failing, creditCodeReason: ' ' },
    ['profile.creditCode'],
  ],
  [
    'a code that fails its checksum, with a reason',
    { ...testOrganization, creditCode: failing, creditCodeReason: '早年手工换发，与证书一致' },
    [],
  ],
  [
    'a host whose code has the wrong form',
    { ...testGroup, host: { name: '居委会', kind: 'residents_committee', creditCode: '55' } },
    ['profile.host.creditCode'],
  ],
])('%s → refused at %j', (_what, profile, expected) => {
  expect(profileRefusals(profile).map(({ path }) => path)).toEqual(expected);
});
