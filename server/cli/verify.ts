import { parseArgs } from 'node:util';
import { parseHead } from '../../shared/ledger/head.ts';
import type { LedgerSize } from '../../shared/ledger/head.ts';
import { verifyDirectory } from '../../shared/ledger/verify/directory.ts';
import { isGood } from '../../shared/ledger/verify/report.ts';
import { sha256 } from '../sha256.ts';
import { verifySignature } from '../signing.ts';
import type { CommandIo } from './io.ts';
import { readDirectory } from './read-directory.ts';
import { verifyReportText } from './verify-report.ts';

const usage = `用法：gongping verify 文件夹 [--head 条数:哈希]

只凭文件夹里的文件核验，不连接服务器：逐个文件与签名清单对照，操作留痕是否首尾相接，
封存的分数能否对上，由评分册重新计算结果，拟资助名单与记录的决定是否一致。

  --head 条数:哈希   与纸上印的留痕条数和末条哈希对照（哈希至少输入前 16 位）

退出码：0 全部一致；1 有不符，列出文件；2 参数有误。
`;

/** `gongping verify DIR`: a report on standard output; 0 all agrees, 1 something differs, 2 bad usage. */
export async function verify(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    io.stdout(usage);
    return 0;
  }
  if (typeof options === 'string') {
    io.stderr(`${options}\n\n${usage}`);
    return 2;
  }
  const files = await readDirectory(options.folder).catch((error: NodeJS.ErrnoException) => error);
  if (files instanceof Error) {
    io.stderr(`读不了文件夹“${options.folder}”（${files.code ?? files.message}）。\n`);
    return 2;
  }
  const report = verifyDirectory(files, { sha256, verifySignature, decodeUtf8 }, options.paper);
  io.stdout(verifyReportText(report, options.paper));
  return isGood(report) ? 0 : 1;
}

function readOptions(args: readonly string[]): { folder: string; paper: LedgerSize | null } | string {
  const config = { help: { type: 'boolean', short: 'h' }, head: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: config, allowPositionals: true });
    if (values.help) return 'help';
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) return '请指明一个文件夹。';
    const paper = values.head === undefined ? null : parseHead(values.head);
    if (paper === null && values.head !== undefined)
      return `--head 应写成“条数:哈希”，读不懂“${values.head}”。`;
    return { folder, paper };
  } catch (error) {
    return `参数有误：${error instanceof Error ? error.message : String(error)}`;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const decodeUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);
