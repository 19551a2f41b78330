import { installation } from '../../../shared/contract/installation.ts';
import { call } from '../../api/client.ts';
import { sitDown } from './seated.ts';

/** Seats a judge whom the door of a demonstration has let in; nobody there has a code. False on a real installation. */
export async function sitDownInDemo(judge: string): Promise<boolean> {
  const demo = await call(installation.status, {}).then(
    (status) => status.demo,
    () => false,
  );
  if (demo) sitDown(judge);
  return demo;
}
