import { answerText } from '../../shared/panels/assignment/file/answer-text.ts';
import { parseAssignment } from '../../shared/panels/assignment/file/parse.ts';
import { solveAssignment } from '../../shared/panels/assignment/solve.ts';
import { answerFaults } from '../../shared/panels/assignment/verify/answer-faults.ts';
import { solverTools } from '../solver/tools.ts';
import type { CommandIo } from './io.ts';
import { readProblem } from './read-problem.ts';

const HELP = `用法：gongping assign 文件 [--seconds 秒]

读入一份 assignment/1（文件名写 - 时读标准输入），在标准输出上给出每个项目由哪些评委评。
  objective: total     匹配分总和最高
  objective: fair      先让最低的项目匹配分最高，再让总和最高
同样好的，取文件中排在前面的。给出前逐条核对：人数、回避、评委最少和最多、名额要求、各项数字和上界。
  --seconds 秒         最多算多久，默认 15；到时给出已核对的最好分配和上界（status 为 feasible）
  --help               显示本说明
退出码：0 已算出；3 规则互相冲突，没有分配，reasons 里写明是哪几条、怎么改；
        2 输入有误，每处错误连同位置写在标准错误上。
`;

const NO_ANSWER = 3;
const SECONDS = 15;
/** The rest is for reading, checking and printing, and for an engine that looks at the clock only now and then. */
const SOLVING = 0.9;

/** `gongping assign`: an `assignment/1` in, the panels out. Answers with the exit status. */
export async function assign(args: readonly string[], io: CommandIo): Promise<number> {
  const given = await readProblem(args, io, { help: HELP, seconds: SECONDS, parse: parseAssignment });
  if (typeof given === 'number') return given;
  const { options, read } = given;
  const tools = solverTools(options.seconds * SOLVING);
  const { problem } = read;
  const answer = await solveAssignment(problem, tools);
  const isSolved = answer.status === 'optimal' || answer.status === 'feasible';
  const faults = isSolved ? answerFaults(problem, answer) : [];
  if (faults.length > 0) throw new Error(`the answer is not right: ${faults.join('; ')}`);
  io.stdout(`${answerText(problem, answer)}\n`);
  return isSolved ? 0 : NO_ANSWER;
}
