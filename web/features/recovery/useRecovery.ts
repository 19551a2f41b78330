import { onScopeDispose } from 'vue';
import { recovery } from '../../../shared/contract/recovery.ts';
import type { RecoveryReport } from '../../../shared/contract/recovery.ts';
import type { Reply } from '../../../shared/contract/route.ts';
import { call } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import type { Action } from '../../api/use-action.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import type { Loaded } from '../../api/use-loaded.ts';

export interface Recovery {
  /** Read again every few seconds, since the tablets come back one after the other. */
  report: Loaded<RecoveryReport>;
  /** Walked once, and again when asked: it is the whole ledger. */
  ledger: Loaded<Reply<typeof recovery.ledger>>;
  copyNow: Action<[]>;
}

/** Milliseconds between two readings. */
const every = 5000;

export function useRecovery(competition: string): Recovery {
  const params = { competition };
  const report = useLoaded(() => call(recovery.report, { params }));
  const timer = setInterval(() => void report.reload(), every);
  onScopeDispose(() => clearInterval(timer));
  return {
    report,
    ledger: useLoaded(() => call(recovery.ledger, { params })),
    copyNow: useAction(async () => {
      await call(recovery.copyNow, { params }, { timeout: 300_000 });
      await report.reload();
    }),
  };
}
