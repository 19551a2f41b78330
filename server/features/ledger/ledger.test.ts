import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { chainFault } from '../../../shared/ledger/chain.ts';
import type { LedgerEntry } from '../../../shared/ledger/entry.ts';
import { sha256 } from '../../sha256.ts';
import { testServer } from '../../testing.ts';
import type { TestServer } from '../../testing.ts';
import { lockedWeiyuan, weiyuan } from '../results/testing.ts';
import type { LockedWeiyuan } from '../results/testing.ts';

const { page } = contract.ledger;

let server: TestServer;
let day: LockedWeiyuan;
beforeAll(async () => {
  server = await testServer();
  day = await lockedWeiyuan(server);
});
afterAll(() => server.dispose());

test('pages from the newest back → every entry once, one whole chain with the head of the first page', async () => {
  const first = await day.as.u06.call(page, { params: day.params, query: { limit: 200 } });
  const entries = [...first.entries];
  while ((entries.at(-1)?.seq ?? 1) > 1)
    entries.push(
      ...(
        await day.as.u06.call(page, {
          params: day.params,
          query: { before: entries.at(-1)?.seq ?? 0, limit: 200 },
        })
      ).entries,
    );
  expect(entries.length).toBe(first.size);
  expect(first.entries[0]?.hash).toBe(first.head);
  const chain = entries.reverse() as LedgerEntry[];
  expect(chainFault(chain, sha256)).toBeNull();
});

test('no limit asked for → fifty; past the beginning → none', async () => {
  expect((await day.as.u01.call(page, { params: day.params })).entries).toHaveLength(50);
  expect((await day.as.u01.call(page, { params: day.params, query: { before: 1 } })).entries).toEqual([]);
});

test('marks, comments, names and reasons → not in the page, their seals are', async () => {
  const { comment } =
    weiyuan<{ sheets: { comment: string | null }[] }>('marks').sheets.find((sheet) => sheet.comment) ?? {};
  const pages = await Promise.all(
    [undefined, 400, 200].map((before) =>
      day.as.u01.call(page, { params: day.params, query: { limit: 200, ...(before ? { before } : {}) } }),
    ),
  );
  const text = JSON.stringify(pages);
  for (const secret of [comment, '组织部门评委', weiyuan<{ reason: string }>('withdrawal').reason, '"18.5"'])
    expect(text).not.toContain(secret);
  const submitted = pages[0]?.entries.find(({ action }) => action === 'sheet_submitted');
  expect(Object.keys(submitted?.sealed ?? {}).sort()).toEqual(['comment', 'marks']);
});
