import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import { attempt } from '../../http/attempt.ts';
import { once } from '../../http/operation.ts';
import type { Server } from '../../http/server.ts';
import { newId } from '../../new-id.ts';
import { actingAccount } from '../approvals/commands.ts';
import { completeSet, recordExport } from './commands.ts';
import { makeContent } from './content.ts';
import { exportRow, listExports, presentExport } from './queries.ts';
import { discardFolder, setFolder, writeFiles } from './set-folder.ts';

const types: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

export function registerExports({ on, file, context }: Server): void {
  const { exports } = contract;

  on(exports.make, async (call) => {
    const { competition } = call.params;
    const by = actingAccount(call);
    const id = newId(context);
    const folder = setFolder(context.config.dataFolder, id);
    const made = await attempt(async () => {
      const content = await makeContent(context, competition);
      await writeFiles(folder, content.files);
      return content;
    });
    const set = await once(call, competition, call.body.operation, async (tx) =>
      recordExport(context, tx, competition, id, made(), by),
    ).catch(async (error: unknown) => {
      await discardFolder(folder);
      throw error;
    });
    // An earlier try of this operation has its own files.
    if (set.id !== id) await discardFolder(folder);
    return presentExport(await completeSet(context, competition, set));
  });

  on(exports.list, async ({ params }) => (await listExports(context, params.competition)).map(presentExport));

  file(exports.file, async ({ params }) => {
    const row = await exportRow(context, params.competition, params.export);
    const listed = row?.files.find(({ name }) => name === params.file);
    if (!row || !listed) throw new ContractError('not_found');
    const { whole } = setFolder(context.config.dataFolder, row.id);
    const ending = listed.name.slice(listed.name.lastIndexOf('.') + 1);
    return {
      type: types[ending] ?? 'application/octet-stream',
      body: createReadStream(join(whole, listed.name)),
      name: listed.name,
    };
  });
}
