import { assign } from '../cli/assign.ts';
import { nodeIo } from '../cli/node-io.ts';

/** What one run of `gongping assign` took, the start of its process included. */
export type AssignmentRun = {
  readonly status: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
};

let out = '';
await assign([process.argv[2] ?? ''], { ...nodeIo, stdout: (text) => void (out += text) });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const run: AssignmentRun = {
  status: (JSON.parse(out) as { status: string }).status,
  seconds: performance.now() / 1000,
  cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
  megabytes: maxRSS / 1024,
};
process.send?.(run, () => process.disconnect());
