import { parseSchedule } from '../../shared/schedule/file/parse.ts';
import { solveSchedule } from '../../shared/schedule/solve.ts';
import { answerFaults } from '../../shared/schedule/verify/answer-faults.ts';
import { solverTools } from '../solver/tools.ts';
import type { CommandIo } from './io.ts';
import { readProblem } from './read-problem.ts';

const HELP = `用法：gongping schedule 文件 [--seconds 秒]

读入一份 schedule/1（文件名写 - 时读标准输入），在标准输出上给出答辩安排：
先求排下的项目最多；有 lot 时，再按抽签顺序让每个项目排在仍能排下这么多项目的最早时段。
未排入的项目各附原因和最小的放宽办法。
  --seconds 秒   最多算多久，默认 45；到时给出已核对的最好安排和上界 bound（status 为 feasible）
  --help         显示本说明
退出码：0 已算出；2 输入有误，每处错误连同位置写在标准错误上。
`;

const SECONDS = 45;
/** Kept for reading, checking and printing. */
const RESERVE = 0.1;

/** `gongping schedule`: a `schedule/1` in, the plan out. Answers with the exit status. */
export async function schedule(args: readonly string[], io: CommandIo): Promise<number> {
  const given = await readProblem(args, io, { help: HELP, seconds: SECONDS, parse: parseSchedule });
  if (typeof given === 'number') return given;
  const { options, read } = given;
  const tools = solverTools(options.seconds * (1 - RESERVE));
  const answer = await solveSchedule(read.model, tools);
  const faults = answerFaults(read.model, answer);
  if (faults.length > 0) throw new Error(`the answer is not right: ${faults.join('; ')}`);
  io.stdout(`${JSON.stringify(answer)}\n`);
  return 0;
}
