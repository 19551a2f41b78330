import { answerJson } from '../../shared/funding/file/answer-json.ts';
import { parseFunding } from '../../shared/funding/file/parse.ts';
import { solveFunding } from '../../shared/funding/solve.ts';
import { answerFaults } from '../../shared/funding/verify/answer-faults.ts';
import { solverTools } from '../solver/tools.ts';
import type { CommandIo } from './io.ts';
import { readProblem } from './read-problem.ts';

const HELP = `用法：gongping fund 文件 [--seconds 秒] [--price]

读入一份 funding/1（文件名写 - 时读标准输入），在标准输出上给出拟资助名单，每个未入选项目附一句原因。
  rule: stop           按名次，遇到放不下的即止，最后一个可核减到不低于 minimum
  rule: skip           按名次，放不下的跳过
  rule: knapsack       总分最高（仅供内部分析）
  --seconds 秒         最多算多久，默认 4；到时给出已核对的最好名单和上界（status 为 feasible）
  --price              另列每一条“至少”“最多”、个数和合格线使最高总分少了多少
  --help               显示本说明
退出码：0 已算出；3 规则互相冲突，没有名单；2 输入有误，每处错误连同位置写在标准错误上。
`;

const NO_LIST = 3;
const SECONDS = 4;

/** `gongping fund`: a `funding/1` in, who is funded out. Answers with the exit status. */
export async function fund(args: readonly string[], io: CommandIo): Promise<number> {
  const given = await readProblem(args, io, {
    help: HELP,
    seconds: SECONDS,
    switches: ['price'],
    parse: parseFunding,
  });
  if (typeof given === 'number') return given;
  const { options, read } = given;
  const tools = solverTools(options.seconds);
  const answer = await solveFunding(read.problem, options.on.has('price'), tools);
  const faults = 'funded' in answer ? answerFaults(read.problem, answer) : [];
  if (faults.length > 0) throw new Error(`the answer is not right: ${faults.join('; ')}`);
  io.stdout(`${JSON.stringify(answerJson(read.problem, answer))}\n`);
  return 'funded' in answer ? 0 : NO_LIST;
}
