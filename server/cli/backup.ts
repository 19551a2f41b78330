import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCopy } from '../store/backup/make-copy.ts';
import { databaseName } from '../store/sqlite.ts';
import { copyFaultWords, copyLine } from './copy-words.ts';
import type { CommandIo } from './io.ts';

const usage = `用法：gongping backup 备份文件夹 [--data 数据文件夹]

把数据文件夹完整复制一份到备份文件夹（最好在另一块盘或 U 盘上），服务器不必停。
附件只复制新增的；副本做完当场检查一遍。保留最近 12 份，以及每天的最后一份。
数据文件夹默认取环境变量 DATA，没有就是 data。

退出码：0 副本做好，检查无误；1 做好了但有不符，或没有做成；2 参数有误。
`;

/** Said where PostgreSQL holds the data. */
export const usesPostgres =
  '数据在 PostgreSQL 里，请用数据库自己的工具备份和恢复（pg_dump、pg_basebackup 加连续归档），并另行复制 DATA 文件夹；这个命令只用于单机。\n';

/** `gongping backup DIR`: one line about the copy on standard output; 0 good, 1 faults or none made, 2 bad usage. */
export async function backup(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    io.stdout(usage);
    return 0;
  }
  if (typeof options === 'string') {
    io.stderr(`${options}\n\n${usage}`);
    return 2;
  }
  if (process.env['DATABASE_URL']) {
    io.stderr(usesPostgres);
    return 2;
  }
  const { data, folder } = options;
  if ((await stat(join(data, databaseName)).catch(() => null)) === null) {
    io.stderr(`“${data}”里没有公评的数据，请用 --data 指明数据文件夹。\n`);
    return 2;
  }
  try {
    const { copy, faults } = await makeCopy(data, folder, Date.now());
    io.stdout(`${copyLine(copy)}。\n`);
    for (const path of copy.manifest.missing) io.stderr(`数据文件夹里找不到或已损坏：${path}\n`);
    for (const fault of faults) io.stderr(`${copyFaultWords(fault)}\n`);
    return faults.length + copy.manifest.missing.length > 0 ? 1 : 0;
  } catch (error) {
    io.stderr(`没有备份成：${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function readOptions(args: readonly string[]): { folder: string; data: string } | string {
  const config = { help: { type: 'boolean', short: 'h' }, data: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: config, allowPositionals: true });
    if (values.help) return 'help';
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) return '请指明一个备份文件夹。';
    return { folder, data: values.data ?? (process.env['DATA'] || 'data') };
  } catch (error) {
    return `参数有误：${error instanceof Error ? error.message : String(error)}`;
  }
}
