import { generateKeyPairSync, sign } from 'node:crypto';
import { LedgerEntryShape } from '../../shared/ledger/entry.ts';
import type { LedgerEntry } from '../../shared/ledger/entry.ts';
import { ledgerSize } from '../../shared/ledger/head.ts';
import { jsonLines, parseJsonLines } from '../../shared/ledger/json-lines.ts';
import { absence, ledgerOf, recusal, submission } from '../../shared/ledger/ledger-for-tests.ts';
import type { TestAct } from '../../shared/ledger/ledger-for-tests.ts';
import { buildManifest, manifestFile, manifestText } from '../../shared/ledger/manifest.ts';
import { scoringRulesHash } from '../../shared/ledger/scoring-rules.ts';
import { rankScorebook } from '../../shared/scoring/result.ts';
import { parseScorebook } from '../../shared/scoring/scorebook/parse.ts';
import type { Scorebook, ScorebookFile } from '../../shared/scoring/scorebook/types.ts';
import { formatYuan } from '../../shared/units.ts';
import { sha256 } from '../sha256.ts';

export type TestSet = Map<string, Uint8Array>;

/** A key pair of its own for each run. */
export function testKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    sign: (message: string | Uint8Array) =>
      sign(null, Buffer.from(message), privateKey).toString('base64url'),
  };
}
export type TestKey = ReturnType<typeof testKey>;

/** A competition as the tests need it: its scorebook, what was done between rules and result, fen by project. */
export type TestContest = {
  readonly scorebook: ScorebookFile;
  readonly acts: readonly TestAct[];
  readonly amounts: Readonly<Record<string, number>>;
};

/** Three judges, three projects: a recusal, a judge who left, a sheet submitted twice, a withdrawal, a decided tie. */
export const smallContest: TestContest = {
  scorebook: {
    format: 'scorebook/1',
    criteria: [
      { id: 'need', name: '需求', max: '40', step: '0.5' },
      { id: 'plan', name: '设计', max: '60', step: '0.5' },
    ],
    judges: [{ id: 'j01', name: '评委甲' }, { id: 'j02', name: '评委乙' }, { id: 'j03' }],
    entries: [
      { id: 'p1', name: '暖心饭盒' },
      { id: 'p2', name: '青年夜校' },
      { id: 'p3', name: '时间存折', excluded: { kind: 'withdrawn', reason: '退出答辩' } },
    ],
    sheets: [
      { judge: 'j01', entry: 'p1', marks: { need: '18.5', plan: '50' } },
      { judge: 'j02', entry: 'p1', absent: 'recused' },
      { judge: 'j03', entry: 'p1', absent: 'left' },
      { judge: 'j01', entry: 'p2', marks: { need: '30', plan: '38.5' } },
      { judge: 'j02', entry: 'p2', marks: { need: '38', plan: '30.5' } },
      { judge: 'j03', entry: 'p2', absent: 'left' },
    ],
    rules: { unit: 'sheet', combine: 'mean', ties: [{ decision: ['p2', 'p1'] }] },
  },
  acts: [
    recusal('j02', 'p1'),
    submission('j01', 'p1', '17', '50'),
    submission('j01', 'p1', '18.5', '50', 2),
    {
      actor: 'officer:u03',
      action: 'defense_withdrawn',
      subject: 'proposal:p3',
      data: {},
      sealed: { reason: '已获其他资金' },
    },
    absence('j03', ['p1', 'p2'], 'left'),
    submission('j01', 'p2', '30', '38.5'),
    submission('j02', 'p2', '38', '30.5'),
    {
      actor: 'officer:u04',
      action: 'tie_decided',
      subject: 'result:1',
      data: { order: ['p2', 'p1'], approver: 'u07' },
      sealed: { reason: '需求更迫切' },
    },
  ],
  amounts: { p2: 3_000_000, p1: 1_713_000 },
};

/** The same contest in which nobody ever gave 18.5: 28.5 stands in scorebook and ledger alike. */
export function raised(contest: TestContest): TestContest {
  return JSON.parse(JSON.stringify(contest).replaceAll('"18.5"', '"28.5"'));
}

/** One judge, one project: few enough bytes to change every one of them. */
export const smallestContest: TestContest = {
  scorebook: {
    format: 'scorebook/1',
    criteria: [{ id: 'need' }, { id: 'plan' }],
    judges: [{ id: 'j1' }],
    entries: [{ id: 'p1', name: '饭盒' }],
    sheets: [{ judge: 'j1', entry: 'p1', marks: { need: '18.5', plan: '50' } }],
    rules: { unit: 'sheet', combine: 'mean' },
  },
  acts: [submission('j1', 'p1', '18.5', '50')],
  amounts: { p1: 4_500_000 },
};

/** All acts of a competition; the result is recorded with the checksum that the server would have computed. */
function actsOf({ scorebook, acts, amounts }: TestContest, key: TestKey): TestAct[] {
  const checked = checkedScorebook(scorebook);
  return [
    {
      actor: 'officer:u01',
      action: 'competition_created',
      subject: 'competition:c1',
      data: { key: key.publicKey },
      sealed: { name: '示例大赛' },
    },
    {
      actor: 'officer:u01',
      action: 'rules_frozen',
      subject: 'competition:c1',
      data: { version: 1, settings: '0'.repeat(64), scoring: scoringRulesHash(checked, sha256) },
      sealed: {},
    },
    ...acts,
    {
      actor: 'officer:u04',
      action: 'result_computed',
      subject: 'result:1',
      data: { version: 1, rules: 1, sheets: 1, checksum: rankScorebook(checked, sha256).checksum },
      sealed: {},
    },
    {
      actor: 'officer:u01',
      action: 'decision_recorded',
      subject: 'decision:1',
      data: { version: 1, result: 1, funded: Object.keys(amounts).length },
      sealed: { amounts: { ...amounts }, reason: null },
    },
  ];
}

function checkedScorebook(file: ScorebookFile): Scorebook {
  const parsed = parseScorebook(file);
  if (!parsed.ok) throw new Error(parsed.faults.map(({ en }) => en).join('\n'));
  return parsed.scorebook;
}

function listOf({ scorebook, amounts }: TestContest): string {
  const rows = Object.entries(amounts).map(([id, fen], index) => {
    const name = scorebook.entries.find((entry) => entry.id === id)?.name ?? id;
    return `${index + 1},${name},${formatYuan(fen)}`.replace(/,([\d,]+)$/, ',"$1"');
  });
  return `\uFEFF${['序号,项目名称,拟资助金额（元）', ...rows].join('\r\n')}\r\n`;
}

/**
 * The eight files of a competition, made in the order in which the server makes them.
 * @param afterwards what was done after the decision
 */
export function testSet(
  key: TestKey,
  contest: TestContest = smallContest,
  afterwards: readonly TestAct[] = [],
): TestSet {
  const files: TestSet = new Map();
  const put = (path: string, text: string) => files.set(path, Buffer.from(text));
  put('funded.xlsx', 'PK list 45000');
  put('funded.csv', listOf(contest));
  put('scores.xlsx', 'PK scores 68.5');
  put('scorebook.json', JSON.stringify(contest.scorebook));
  put('notice.html', '<!doctype html><title>公示</title><p>45000');
  const exported: TestAct = {
    actor: 'officer:u01',
    action: 'exported',
    subject: 'export:e1',
    data: { files: [...files].map(([path, content]) => ({ path, sha256: sha256(content) })) },
    sealed: {},
  };
  const { entries, openings } = ledgerOf([...actsOf(contest, key), ...afterwards, exported]);
  put('ledger.jsonl', jsonLines(entries));
  put('openings.jsonl', jsonLines(openings));
  return signSet(files, key, ledgerSize(entries));
}

/** Puts a signed manifest in place of any other. */
function signSet(files: TestSet, key: TestKey, ledger: { size: number; head: string }): TestSet {
  const listed = [...files].filter(([path]) => path !== 'manifest.json');
  const manifest = buildManifest(
    {
      competition: 'c1',
      ledger,
      files: listed.map(([path, content]) => manifestFile(path, content, sha256)),
      at: 1_760_000_100_000,
      key: key.publicKey,
    },
    key.sign,
  );
  return new Map([...listed, ['manifest.json', Buffer.from(manifestText(manifest))]]);
}

/** The text of one file. */
export function textOf(files: TestSet, path: string): string {
  return Buffer.from(files.get(path) ?? []).toString();
}

/** The entries in `ledger.jsonl`. */
export function entriesOf(files: TestSet): LedgerEntry[] {
  return parseJsonLines(textOf(files, 'ledger.jsonl'), LedgerEntryShape).values;
}

/** The set with the first occurrence of a text in one file replaced. */
export function edited(files: TestSet, path: string, from: string | RegExp, to: string): TestSet {
  const text = textOf(files, path);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} is as it was`);
  return new Map([...files, [path, Buffer.from(changed)]]);
}

/** Signs a changed set anew, for the ledger that lies in it. */
export function resigned(files: TestSet, key: TestKey): TestSet {
  return signSet(files, key, ledgerSize(entriesOf(files)));
}
