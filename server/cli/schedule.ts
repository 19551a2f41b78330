import { parseArgs } from 'node:util';
import { parseSchedule } from '../../shared/schedule/file/parse.ts';
import type { ScheduleModel } from '../../shared/schedule/model.ts';
import { solveSchedule } from '../../shared/schedule/solve.ts';
import { answerFaults } from '../../shared/schedule/verify/answer-faults.ts';
import { duplicateKeys } from '../../shared/scoring/scorebook/duplicate-keys.ts';
import type { Fault } from '../../shared/scoring/scorebook/faults.ts';
import { faultLine, makeFault } from '../../shared/scoring/scorebook/faults.ts';
import { solverTools } from '../solver/tools.ts';
import type { CommandIo } from './io.ts';

const HELP = `用法：gongping schedule 文件 [--seconds 秒]

读入一份 schedule/1（文件名写 - 时读标准输入），在标准输出上给出答辩安排：
先求排下的项目最多；有 lot 时，再按抽签顺序让每个项目排在仍能排下这么多项目的最早时段。
未排入的项目各附原因和最小的放宽办法。
  --seconds 秒   最多算多久，默认 45；到时给出已核对的最好安排和上界 bound（status 为 feasible）
  --help         显示本说明
退出码：0 已算出；2 输入有误，每处错误连同位置写在标准错误上。
`;

const BAD_INPUT = 2;
const SECONDS = 45;
/** Kept for reading, checking and printing. */
const RESERVE = 0.1;

/** `gongping schedule`: a `schedule/1` in, the plan out. Answers with the exit status. */
export async function schedule(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    io.stderr(`${options}\n\n${HELP}`);
    return BAD_INPUT;
  }
  if (options.help) {
    io.stdout(HELP);
    return 0;
  }
  const tools = solverTools(options.seconds * (1 - RESERVE));
  const read = await readSchedule(options.file, io);
  if ('faults' in read) {
    io.stderr(read.faults.map((fault) => `${faultLine(fault)}\n`).join(''));
    return BAD_INPUT;
  }
  const answer = await solveSchedule(read.model, tools);
  const faults = answerFaults(read.model, answer);
  if (faults.length > 0) throw new Error(`the answer is not right: ${faults.join('; ')}`);
  io.stdout(`${JSON.stringify(answer)}\n`);
  return 0;
}

type Options = { readonly help: boolean; readonly file: string; readonly seconds: number };

/** The options, or what is wrong with them. */
function readOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, seconds: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    if (values.help !== true && (file === undefined || more.length > 0)) return '请给出一个文件。';
    const seconds = Number(values.seconds ?? SECONDS);
    if (values.seconds !== undefined && (!/^\d{1,6}(\.\d{1,3})?$/.test(values.seconds) || seconds === 0))
      return '--seconds 后面应为大于 0 的秒数。';
    return { help: values.help === true, file: file ?? '', seconds };
  } catch (error) {
    return messageOf(error);
  }
}

async function readSchedule(
  file: string,
  io: CommandIo,
): Promise<{ model: ScheduleModel } | { faults: readonly Fault[] }> {
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
  const parsed = parseSchedule(json);
  const faults = [...duplicateKeys(text), ...(parsed.ok ? [] : parsed.faults)];
  return parsed.ok && faults.length === 0 ? { model: parsed.model } : { faults };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
