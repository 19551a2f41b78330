import { describe, expect, test } from 'vitest';
import type { TestAct } from '../../shared/ledger/ledger-for-tests.ts';
import { verifyDirectory } from '../../shared/ledger/verify/directory.ts';
import { isGood } from '../../shared/ledger/verify/report.ts';
import type { VerifyReport } from '../../shared/ledger/verify/report.ts';
import { sha256 } from '../sha256.ts';
import { verifySignature } from '../signing.ts';
import { edited, resigned, smallContest, smallestContest, testKey, testSet } from './set-for-tests.ts';
import type { TestContest, TestSet } from './set-for-tests.ts';
import { faultWords } from './verify-words.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const verified = (files: TestSet): VerifyReport =>
  verifyDirectory(files, { sha256, verifySignature, decodeUtf8: (bytes) => decoder.decode(bytes) });
/** Every fault in the words of the report. */
const faults = (files: TestSet) =>
  verified(files).faults.map((fault) => `${fault.path}：${faultWords(fault)}`);

const key = testKey();
const whole = testSet(key);
const sheet = (judge: string) => `评委“${judge}”`;

describe('one byte changed', () => {
  const files = testSet(key, smallestContest);

  test.each([...files.keys()])(
    '%s, each of its bytes → not good, and the file is named',
    (path) => {
      const content = files.get(path) ?? new Uint8Array();
      const unnamed = [...content.keys()].filter((place) => {
        const changed = content.with(place, (content[place] ?? 0) ^ (1 << (place % 8)));
        const report = verified(new Map([...files, [path, changed]]));
        const differing = [...report.files.filter(({ state }) => state !== 'same'), ...report.faults];
        return isGood(report) || !differing.some((one) => one.path === path);
      });
      expect(isGood(verified(files))).toBe(true);
      expect(content.length).toBeGreaterThan(0);
      expect(unnamed).toEqual([]);
    },
    240_000,
  );
});

describe('changed, and the manifest signed anew with the same key', () => {
  test('a mark in the scorebook → the judge’s sheet, and the result', () => {
    expect(faults(resigned(edited(whole, 'scorebook.json', '"18.5"', '"19.5"'), key))).toEqual([
      'scorebook.json：与第 13 条留痕记录的文件不一致',
      'scorebook.json：评委“评委甲”（j01）对项目“暖心饭盒”（p1）的评分与留痕中的不一致',
      'scorebook.json：重新计算的结果与留痕中记录的不一致',
    ]);
  });

  test('a mark in its opening → the opening', () => {
    expect(faults(resigned(edited(whole, 'openings.jsonl', '"18.5"', '"19.5"'), key))).toEqual([
      'openings.jsonl：第 5 行与封存时的内容不符，被改动过',
    ]);
  });

  test('an opening given twice → the second', () => {
    const first = /^[^\n]+\n/.exec(decoder.decode(whole.get('openings.jsonl')))?.[0] ?? '';
    expect(faults(resigned(edited(whole, 'openings.jsonl', /^/, first), key))).toEqual([
      'openings.jsonl：第 2 行同一项出现两次',
    ]);
  });

  test('an amount on the list → the project', () => {
    expect(faults(resigned(edited(whole, 'funded.csv', '17,130', '17,180'), key))).toEqual([
      'funded.csv：与第 13 条留痕记录的文件不一致',
      'funded.csv：“暖心饭盒”的拟资助金额与记录的决定不一致',
    ]);
  });

  test('an entry of the ledger → where the chain breaks', () => {
    expect(
      faults(resigned(edited(whole, 'ledger.jsonl', '"absent":"left"', '"absent":"abstained"'), key)),
    ).toContain('ledger.jsonl：第 7 条内容与哈希不符，被改动过');
  });
});

describe('signed with another key', () => {
  test('the same files → the key is not the one the ledger announced', () => {
    expect(faults(resigned(whole, testKey()))).toEqual(['manifest.json：签名用的不是留痕中公布的密钥']);
  });
});

describe('a scorebook that the ledger does not bear out', () => {
  const without = (action: TestAct['action']): TestContest => ({
    ...smallContest,
    acts: smallContest.acts.filter((act) => act.action !== action),
  });
  const withActs = (...acts: TestAct[]): TestContest => ({
    ...smallContest,
    acts: [...smallContest.acts, ...acts],
  });

  test('a recusal, absence, withdrawal or tie that was never recorded → named', () => {
    expect(faults(testSet(key, without('recusal_recorded')))).toEqual([
      expect.stringContaining(sheet('评委乙')),
    ]);
    expect(faults(testSet(key, without('judge_absent_recorded')))).toEqual([
      expect.stringContaining(sheet('j03')),
      expect.stringContaining(sheet('j03')),
    ]);
    expect(faults(testSet(key, without('defense_withdrawn')))).toEqual([
      'scorebook.json：项目“时间存折”（p3）是否退出答辩或被否决，与留痕中的不一致',
    ]);
    expect(faults(testSet(key, without('tie_decided')))).toEqual([
      'scorebook.json：同分排序 p2、p1 没有评委组合议的记录',
    ]);
  });

  test('a sheet left out of it → named', () => {
    const { scorebook } = smallContest;
    const shorter = { ...scorebook, sheets: scorebook.sheets.filter(({ judge }) => judge !== 'j03') };
    expect(faults(testSet(key, { ...smallContest, scorebook: shorter }))).toEqual([
      'scorebook.json：留痕中有评委“j03”（j03）对项目“暖心饭盒”（p1）的评分或未评记录，评分册里没有',
      'scorebook.json：留痕中有评委“j03”（j03）对项目“青年夜校”（p2）的评分或未评记录，评分册里没有',
    ]);
  });

  test('rules changed on the record but not in it → named', () => {
    const approved: TestAct = {
      actor: 'officer:u07',
      action: 'approval_given',
      subject: 'competition:c1',
      data: { act: 'rules_changed', preview: '2'.repeat(64) },
      sealed: {},
    };
    const changed: TestAct = {
      actor: 'officer:u01',
      action: 'rules_changed',
      subject: 'competition:c1',
      data: { version: 2, settings: '0'.repeat(64), scoring: '1'.repeat(64), approver: 'u07' },
      sealed: { reason: '更正' },
    };
    expect(faults(testSet(key, withActs(approved, changed)))).toEqual([
      'scorebook.json：评审指标或计分规则与冻结的规则不一致',
    ]);
  });

  test('rules changed without a second person, or corrected after a sheet → named', () => {
    const data = { version: 2, settings: '0'.repeat(64), scoring: '1'.repeat(64) };
    const acts: TestAct[] = [
      {
        actor: 'officer:u01',
        action: 'rules_corrected',
        subject: 'competition:c1',
        data,
        sealed: { reason: '更正' },
      },
      {
        actor: 'officer:u01',
        action: 'rules_changed',
        subject: 'competition:c1',
        data: { ...data, version: 3, approver: null },
        sealed: { reason: '更正' },
      },
    ];
    const [late, alone] = faults(testSet(key, withActs(...acts)));
    expect(late).toMatch(/^ledger\.jsonl：第 \d+ 条在已有评分表提交以后更正规则，没有经过两人$/);
    expect(alone).toMatch(/^ledger\.jsonl：第 \d+ 条更改规则没有另一人复核的记录$/);
  });
});

test('an act after the result, for the next version of it → no fault', () => {
  const later: TestAct = {
    actor: 'officer:u04',
    action: 'recusal_recorded',
    subject: 'recusal:r9',
    data: { judge: 'j01', entry: 'p2', kind: 'must', grounds: ['other'], source: 'organizer' },
    sealed: { reason: '异议成立' },
  };
  expect(faults(testSet(key, smallContest, [later]))).toEqual([]);
});
