import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseName } from '../store/sqlite.ts';
import type { CommandIo } from './io.ts';
import { messageOf } from './read-json.ts';

/** Exit status where the options are not right, or the data are not there. */
const badUsage = 2;

/** Said where PostgreSQL holds the data. */
export const usesPostgres =
  '数据在 PostgreSQL 里，请用数据库自己的工具备份和恢复（pg_dump、pg_basebackup 加连续归档），并另行复制 DATA 文件夹；这个命令只用于单机。\n';

/** A data folder with a database in it, and the folder a command writes to. */
export interface DataFolders {
  readonly data: string;
  readonly folder: string;
}

/**
 * The folders of `gongping COMMAND FOLDER [--data DATA]`; or the exit status, where the help was asked for or something
 * is wrong, which has been said by then.
 * @param noFolder what is said where no folder is named, or more than one
 */
export async function readDataFolders(
  args: readonly string[],
  io: CommandIo,
  { usage, noFolder }: { usage: string; noFolder: string },
): Promise<DataFolders | number> {
  const options = readOptions(args, noFolder);
  if (options === 'help') {
    io.stdout(usage);
    return 0;
  }
  if (typeof options === 'string') {
    io.stderr(`${options}\n\n${usage}`);
    return badUsage;
  }
  if (process.env['DATABASE_URL']) {
    io.stderr(usesPostgres);
    return badUsage;
  }
  if ((await stat(join(options.data, databaseName)).catch(() => null)) === null) {
    io.stderr(`“${options.data}”里没有公评的数据，请用 --data 指明数据文件夹。\n`);
    return badUsage;
  }
  return options;
}

function readOptions(args: readonly string[], noFolder: string): DataFolders | string {
  const config = { help: { type: 'boolean', short: 'h' }, data: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: config, allowPositionals: true });
    if (values.help) return 'help';
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) return noFolder;
    return { folder, data: values.data ?? (process.env['DATA'] || 'data') };
  } catch (error) {
    return `参数有误：${messageOf(error)}`;
  }
}
