import { beijingTime } from '../beijing-time.ts';
import type { CopyFault } from '../store/backup/check-copy.ts';
import type { Copy } from '../store/backup/copies.ts';

/** What a fault of a copy means, in words for the person who has to get the hall going again. */
export function copyFaultWords(fault: CopyFault): string {
  switch (fault.code) {
    case 'file_missing':
      return `缺少 ${fault.path}`;
    case 'file_changed':
      return `${fault.path} 与备份时不符，可能是盘坏了或被改动过`;
    case 'newer_program':
      return '这份副本是更新版本的公评做的，请换成同样新的程序再恢复';
    case 'database_damaged':
      return `数据库读不完整（${fault.detail}）`;
    case 'ledger_broken':
      return `大赛 ${fault.competition} 的操作留痕在第 ${fault.seq} 条接不上`;
    case 'ledger_differs':
      return `大赛 ${fault.competition} 的操作留痕与备份时登记的条数或末条哈希不符`;
  }
}

/** Which copy, when it was made, how much is in it. */
export function copyLine({ name, manifest }: Copy): string {
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, manifest.database.bytes);
  const mebibytes = (bytes / 2 ** 20).toFixed(1);
  return `第 ${manifest.number} 份副本（${name}），${beijingTime(manifest.at)} 备份，附件和导出文件 ${manifest.files.length} 个，共 ${mebibytes} MB`;
}
