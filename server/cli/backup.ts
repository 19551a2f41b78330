import { makeCopy } from '../store/backup/make-copy.ts';
import { copyFaultWords, copyLine } from './copy-words.ts';
import { readDataFolders } from './data-folder.ts';
import type { CommandIo } from './io.ts';
import { messageOf } from './read-json.ts';

const usage = `用法：gongping backup 备份文件夹 [--data 数据文件夹]

把数据文件夹完整复制一份到备份文件夹（最好在另一块盘或 U 盘上），服务器不必停。
附件只复制新增的；副本做完当场检查一遍。保留最近 12 份，以及每天的最后一份。
数据文件夹默认取环境变量 DATA，没有就是 data。

退出码：0 副本做好，检查无误；1 做好了但有不符，或没有做成；2 参数有误。
`;

/** `gongping backup DIR`: one line about the copy on standard output; 0 good, 1 faults or none made, 2 bad usage. */
export async function backup(args: readonly string[], io: CommandIo): Promise<number> {
  const given = await readDataFolders(args, io, { usage, noFolder: '请指明一个备份文件夹。' });
  if (typeof given === 'number') return given;
  const { data, folder } = given;
  try {
    const { copy, faults } = await makeCopy(data, folder, Date.now());
    io.stdout(`${copyLine(copy)}。\n`);
    for (const path of copy.manifest.missing) io.stderr(`数据文件夹里找不到或已损坏：${path}\n`);
    for (const fault of faults) io.stderr(`${copyFaultWords(fault)}\n`);
    return faults.length + copy.manifest.missing.length > 0 ? 1 : 0;
  } catch (error) {
    io.stderr(`没有备份成：${messageOf(error)}\n`);
    return 1;
  }
}
