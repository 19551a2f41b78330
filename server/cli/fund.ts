import { parseArgs } from 'node:util';
import { answerJson } from '../../shared/funding/file/answer-json.ts';
import { parseFunding } from '../../shared/funding/file/parse.ts';
import type { FundingProblem } from '../../shared/funding/problem.ts';
import { solveFunding } from '../../shared/funding/solve.ts';
import { answerFaults } from '../../shared/funding/verify/answer-faults.ts';
import { duplicateKeys } from '../../shared/scoring/scorebook/duplicate-keys.ts';
import type { Fault } from '../../shared/scoring/scorebook/faults.ts';
import { faultLine, makeFault } from '../../shared/scoring/scorebook/faults.ts';
import { solverTools } from '../solver/tools.ts';
import type { CommandIo } from './io.ts';

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

const BAD_INPUT = 2;
const NO_LIST = 3;
const SECONDS = 4;

/** `gongping fund`: a `funding/1` in, who is funded out. Answers with the exit status. */
export async function fund(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    io.stderr(`${options}\n\n${HELP}`);
    return BAD_INPUT;
  }
  if (options.help) {
    io.stdout(HELP);
    return 0;
  }
  const tools = solverTools(options.seconds);
  const read = await readFunding(options.file, io);
  if ('faults' in read) {
    io.stderr(read.faults.map((fault) => `${faultLine(fault)}\n`).join(''));
    return BAD_INPUT;
  }
  const answer = await solveFunding(read.problem, options.price, tools);
  const faults = 'funded' in answer ? answerFaults(read.problem, answer) : [];
  if (faults.length > 0) throw new Error(`the answer is not right: ${faults.join('; ')}`);
  io.stdout(`${JSON.stringify(answerJson(read.problem, answer))}\n`);
  return 'funded' in answer ? 0 : NO_LIST;
}

type Options = {
  readonly help: boolean;
  readonly file: string;
  readonly seconds: number;
  readonly price: boolean;
};

/** The options, or what is wrong with them. */
function readOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        seconds: { type: 'string' },
        price: { type: 'boolean' },
      },
    });
    const [file, ...more] = positionals;
    if (values.help !== true && (file === undefined || more.length > 0)) return '请给出一个文件。';
    const seconds = Number(values.seconds ?? SECONDS);
    if (values.seconds !== undefined && (!/^\d{1,6}(\.\d{1,3})?$/.test(values.seconds) || seconds === 0))
      return '--seconds 后面应为大于 0 的秒数。';
    return { help: values.help === true, file: file ?? '', seconds, price: values.price === true };
  } catch (error) {
    return messageOf(error);
  }
}

async function readFunding(
  file: string,
  io: CommandIo,
): Promise<{ problem: FundingProblem } | { faults: readonly Fault[] }> {
  let text: string;
  try {
    text = file === '-' ? await io.stdin() : await io.readFile(file);
  } catch (error) {
    return { faults: [makeFault('', 'unreadable', { detail: messageOf(error) })] };
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { faults: [makeFault('', 'not_json', { detail: messageOf(error) })] };
  }
  const parsed = parseFunding(json);
  const faults = [...duplicateKeys(text), ...(parsed.ok ? [] : parsed.faults)];
  return parsed.ok && faults.length === 0 ? { problem: parsed.problem } : { faults };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
