import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contract } from '../../../shared/contract/index.ts';
import { exportFiles } from '../../../shared/contract/papers.ts';
import { officer, operationId } from '../play.ts';
import type { Play } from '../play.ts';

/** Has the set of files made and takes every one of it into `folder`. */
export async function takeFiles(play: Play, folder: string): Promise<void> {
  const sponsor = officer(play, 'u01');
  const params = { competition: play.competition };
  const made = await sponsor.call(contract.exports.make, {
    params,
    body: { operation: operationId('export') },
  });
  await mkdir(folder, { recursive: true });
  for (const file of exportFiles) {
    const reply = await sponsor.send(contract.exports.file, { params: { ...params, export: made.id, file } });
    if (reply.status !== 200) throw new Error(`${file}: ${reply.status} ${reply.text}`);
    await writeFile(join(folder, file), reply.bytes);
    play.say(`已写出 ${file}`);
  }
}
