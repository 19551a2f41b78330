import { expect, test } from 'vitest';
import { limits } from '../../../../shared/contract/limits.ts';
import { testGroup, testOrganization } from '../../../../shared/proposals/testing.ts';
import { fileSize } from './file-size.ts';
import { papersFor } from './paper-kinds.ts';
import { unfitness } from './use-papers.ts';

test('sizes → KB below one MB, one decimal below ten', () => {
  expect([1, 880_640, 2_516_582, 20 * 1024 * 1024].map(fileSize)).toEqual([
    '1 KB',
    '860 KB',
    '2.4 MB',
    '20 MB',
  ]);
});

test('a file is measured before it is sent: kind, size, emptiness', () => {
  expect([
    unfitness({ name: '证书.HEIC', size: 10 }),
    unfitness({ name: '证书.PDF', size: limits.attachmentBytes + 1 }),
    unfitness({ name: '证书.pdf', size: 0 }),
    unfitness({ name: '证书.JPG', size: limits.attachmentBytes }),
  ]).toEqual(['type', 'size', 'empty', null]);
});

test('an organization shows its certificate, a group the word of its host', () => {
  expect([papersFor(testOrganization)[0], papersFor(testGroup)[0]]).toEqual([
    'registration',
    'host_authorisation',
  ]);
});
