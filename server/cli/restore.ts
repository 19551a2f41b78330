import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { beijingTime } from '../beijing-time.ts';
import { checkCopy, isFileFault } from '../store/backup/check-copy.ts';
import type { CopyFault } from '../store/backup/check-copy.ts';
import { findCopy } from '../store/backup/copies.ts';
import type { Copy } from '../store/backup/copies.ts';
import { FolderNotEmptyError, restoreCopy } from '../store/backup/restore-copy.ts';
import { copyFaultWords, copyLine } from './copy-words.ts';
import { usesPostgres } from './data-folder.ts';
import type { CommandIo } from './io.ts';

const usage = `用法：gongping restore 副本 数据文件夹 [--without-damaged-files]

由一份副本恢复出数据文件夹。“副本”是备份文件夹里的一份，或备份文件夹本身（取最新的一份）。
先核对副本的每个文件、数据库和操作留痕，有不符就不恢复，并说明是哪一处；
数据文件夹须是新的或空的，绝不覆盖已有数据。

  --without-damaged-files   附件或导出文件有缺损时仍然恢复，缺的以后再补

退出码：0 已恢复；1 副本有不符或没有恢复成；2 参数有误。
`;

interface Options {
  from: string;
  data: string;
  leaveOut: boolean;
}

/** `gongping restore COPY DATA`: 0 restored, 1 refused with every fault named, 2 bad usage. */
export async function restore(args: readonly string[], io: CommandIo): Promise<number> {
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
  try {
    return await restoreFrom(options, io);
  } catch (error) {
    const why =
      error instanceof FolderNotEmptyError
        ? `“${options.data}”里已经有东西，绝不覆盖。请指明一个新的文件夹。`
        : `没有恢复成：${error instanceof Error ? error.message : String(error)}`;
    io.stderr(`${why}\n`);
    return 1;
  }
}

async function restoreFrom({ from, data, leaveOut }: Options, io: CommandIo): Promise<number> {
  const copy = await findCopy(from);
  if (copy === null) {
    io.stderr(`“${from}”不是一份完整的副本，里面也没有副本。\n`);
    return 1;
  }
  io.stdout(`${copyLine(copy)}。\n`);
  const faults = await checkCopy(copy);
  for (const fault of faults) io.stderr(`${copyFaultWords(fault)}\n`);
  if (!isRestorable(faults, leaveOut)) {
    io.stderr(refusal(faults));
    return 1;
  }
  const without = new Set(faults.flatMap((fault) => ('path' in fault ? [fault.path] : [])));
  const now = Date.now();
  const ledgers = await restoreCopy(copy, data, { now, random: randomBytes }, without);
  for (const { name, size, head } of ledgers)
    io.stdout(`${name}：操作留痕 ${size} 条，末条哈希 ${head}，接得上。\n`);
  io.stdout(nextSteps(copy, data));
  return 0;
}

const isRestorable = (faults: readonly CopyFault[], leaveOut: boolean): boolean =>
  faults.every((fault) => leaveOut && isFileFault(fault));

function refusal(faults: readonly CopyFault[]): string {
  const onlyFiles = faults.every(isFileFault);
  const way = onlyFiles
    ? '只是附件或导出文件有缺损，评分数据完好：急用可加 --without-damaged-files 先恢复。'
    : '请换备份文件夹里更早的一份再试。';
  return `有 ${faults.length} 处不符，没有恢复。${way}\n`;
}

const nextSteps = ({ manifest }: Copy, data: string): string => `
已恢复到“${data}”，数据截至 ${beijingTime(manifest.at)}。接下来：
1. 这台电脑用原来的网址（席卡上印的那个），以 DATA=${data} 启动服务器。
2. 平板、控场台不用动，会把 ${beijingTime(manifest.at)} 以后的操作自动再传一遍。
3. 打开“恢复检查”页，逐席看齐以后再继续。
`;

function readOptions(args: readonly string[]): Options | string {
  const config = {
    help: { type: 'boolean', short: 'h' },
    'without-damaged-files': { type: 'boolean' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: config, allowPositionals: true });
    if (values.help) return 'help';
    const [from, data] = positionals;
    if (from === undefined || data === undefined || positionals.length > 2)
      return '请指明副本和要恢复到的数据文件夹。';
    return { from, data, leaveOut: values['without-damaged-files'] ?? false };
  } catch (error) {
    return `参数有误：${error instanceof Error ? error.message : String(error)}`;
  }
}
