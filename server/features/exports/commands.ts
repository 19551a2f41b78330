import { ContractError } from '../../../shared/contract/errors.ts';
import { exportFiles } from '../../../shared/contract/papers.ts';
import { buildManifest, manifestText } from '../../../shared/ledger/manifest.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { sha256 } from '../../sha256.ts';
import type { Db } from '../../store/store.ts';
import { latestDecision } from '../decisions/queries.ts';
import { latestResultVersion } from '../results/queries.ts';
import type { SetContent } from './content.ts';
import { ledgerLines, openingLines } from './ledger-files.ts';
import { exportRow } from './queries.ts';
import type { ExportRow } from './queries.ts';
import { filesIn, isPublished, publishFolder, setFolder, writeFiles } from './set-folder.ts';

/** A set whose making is in the ledger: from here on its files are fixed. */
export interface RecordedSet {
  id: string;
  at: number;
  by: string;
  ledger: { size: number; head: string };
}

/**
 * Records the hashes of the files, before the ledger itself is taken into the set.
 * @throws ContractError wrong_state when the decision is no longer the one the files were made from
 */
export async function recordExport(
  context: Context,
  tx: Db,
  competition: string,
  id: string,
  content: SetContent,
  by: string,
): Promise<RecordedSet> {
  const resultVersion = await latestResultVersion(context, tx, competition);
  const decision = await latestDecision(context, tx, competition);
  if (resultVersion !== content.resultVersion || decision?.version !== content.decisionVersion)
    throw new ContractError('wrong_state', { message: '结果或名单刚有变化，请刷新后再导出' });
  const { seq, at, hash } = await record(context, tx, competition, {
    at: context.now(),
    actor: `officer:${by}`,
    action: 'exported',
    subject: `export:${id}`,
    data: { files: [...content.files].map(([path, bytes]) => ({ path, sha256: sha256(bytes) })) },
    sealed: {},
  });
  return { id, at, by, ledger: { size: seq, head: hash } };
}

/**
 * Adds ledger, openings and, last, the signed manifest to the files already written; then the set appears whole,
 * in its folder and in the list. May be called again after a crash at any point.
 */
export async function completeSet(
  context: Context,
  competition: string,
  set: RecordedSet,
): Promise<ExportRow> {
  const known = await exportRow(context, competition, set.id);
  if (known) return known;
  const folder = setFolder(context.config.dataFolder, set.id);
  if (!(await isPublished(folder))) {
    await addLedgerAndManifest(context, competition, set, folder.partial);
    await publishFolder(folder);
  }
  const files = await filesIn(folder.whole, exportFiles);
  const row: ExportRow = {
    id: set.id,
    competition,
    at: set.at,
    by: set.by,
    ledgerSize: set.ledger.size,
    ledgerHead: set.ledger.head,
    files: files.map(({ path, bytes, sha256: hash }) => ({ name: path, bytes, sha256: hash })),
  };
  const { exportSet } = context.store.t;
  await context.store.write(competition, (tx) => tx.insert(exportSet).values(row).onConflictDoNothing());
  return row;
}

async function addLedgerAndManifest(
  context: Context,
  competition: string,
  { id, at, ledger }: RecordedSet,
  partial: string,
): Promise<void> {
  const folder = setFolder(context.config.dataFolder, id);
  const text = (content: string): Uint8Array => Buffer.from(content, 'utf8');
  await writeFiles(
    folder,
    new Map([
      ['ledger.jsonl', text(await ledgerLines(context, competition, ledger.size))],
      ['openings.jsonl', text(await openingLines(context, competition, ledger.size))],
    ]),
  );
  const files = await filesIn(
    partial,
    exportFiles.filter((name) => name !== 'manifest.json'),
  );
  const { publicKey: key, sign } = context.signer;
  const manifest = buildManifest({ competition, ledger, files, at, key }, sign);
  await writeFiles(folder, new Map([['manifest.json', text(manifestText(manifest))]]));
}
