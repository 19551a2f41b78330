import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import type { Server } from '../../http/server.ts';
import { checkLedger } from './ledger-check.ts';
import { recoveryReport } from './report.ts';

export function registerRecovery({ on, context }: Server): void {
  const { recovery } = contract;

  on(recovery.report, ({ params }) => recoveryReport(context, params.competition));

  on(recovery.ledger, ({ params }) => checkLedger(context, params.competition));

  on(recovery.copyNow, async () => {
    if (!context.copies)
      throw new ContractError('wrong_state', {
        message: '启动服务器时没有设备份文件夹，请以 BACKUP=文件夹 重新启动，或用 gongping backup 命令备份',
      });
    return context.copies.copyNow();
  });
}
