import { parseArgs } from 'node:util';
import type { Certainty } from '../../shared/scoring/certainty/types.ts';
import type { ScoreResult } from '../../shared/scoring/result.ts';
import { rankScorebook } from '../../shared/scoring/result.ts';
import { faultLine } from '../../shared/scoring/scorebook/faults.ts';
import { parseScorebook } from '../../shared/scoring/scorebook/parse.ts';
import type { Scorebook } from '../../shared/scoring/scorebook/types.ts';
import { sha256 } from '../sha256.ts';
import type { CommandIo } from './io.ts';
import { messageOf, readJson } from './read-json.ts';

const HELP = `用法：gongping rank 文件 [--cut 名额] [--explain 项目编号]
      gongping rank --template 文件.xlsx

读入一份 scorebook/1（文件名写 - 时读标准输入），或一份 Excel 评分表（.xlsx，写法见模板），
在标准输出上给出 result/1。Excel 表读入的情况、所用的规则和与表中得分、名次的核对写在标准错误上。
  --cut 名额             另给出前若干名这条线有多稳（certainty，仅供内部分析，不在核验码之内）
  --explain 项目编号     改为用文字写出这个项目的计算过程
  --template 文件.xlsx   写一份可以照着填的 Excel 模板，不覆盖已有的文件
  --help                 显示本说明
退出码：0 已算出；2 输入有误，每处错误连同位置写在标准错误上。
`;

const BAD_INPUT = 2;

/** `gongping rank`: a scorebook in, a result out. Answers with the exit status. */
export async function rank(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    io.stderr(`${options}\n\n${HELP}`);
    return BAD_INPUT;
  }
  if (options.help) {
    io.stdout(HELP);
    return 0;
  }
  if (options.template !== null) {
    const { writeTemplateFile } = await import('./rank-workbook.ts');
    return (await writeTemplateFile(options.template, io)) ? 0 : BAD_INPUT;
  }
  if (/\.(?:xlsx|xlsm|xls|et)$/iu.test(options.file)) {
    const { openWorkbook } = await import('./rank-workbook.ts');
    const workbook = await openWorkbook(options.file, io);
    return workbook === null ? BAD_INPUT : answer(workbook.scorebook, options, io, workbook.told);
  }
  const read = await readJson(options.file, io, parseScorebook);
  if (!read.ok) {
    io.stderr(read.faults.map((fault) => `${faultLine(fault)}\n`).join(''));
    return BAD_INPUT;
  }
  return answer(read.scorebook, options, io);
}

type Options = {
  readonly help: boolean;
  readonly file: string;
  readonly explain: string | undefined;
  readonly cut: number | null;
  readonly template: string | null;
};

/** The options, or what is wrong with them. */
function readOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        explain: { type: 'string' },
        cut: { type: 'string' },
        template: { type: 'string' },
      },
    });
    const [file = ''] = positionals;
    const template = values.template ?? null;
    const files = template === null ? 1 : 0;
    if (values.help !== true && positionals.length !== files) return '请给出一个文件。';
    if (values.cut !== undefined && !/^[1-9]\d{0,6}$/.test(values.cut)) return '--cut 后面应为正整数。';
    const cut = values.cut === undefined ? null : Number(values.cut);
    return { help: values.help === true, file, explain: values.explain, cut, template };
  } catch (error) {
    return messageOf(error);
  }
}

async function answer(
  scorebook: Scorebook,
  { explain: entry, cut }: Options,
  io: CommandIo,
  told: (result: ScoreResult) => string = () => '',
): Promise<number> {
  const result = rankScorebook(scorebook, sha256);
  io.stderr(told(result));
  if (entry === undefined) {
    const certainty = cut === null ? {} : { certainty: await certaintyAt(scorebook, cut, result.checksum) };
    io.stdout(`${JSON.stringify({ ...result, ...certainty })}\n`);
    return 0;
  }
  const { explain } = await import('../../shared/scoring/explain/explain.ts');
  const { namesOf } = await import('../../shared/scoring/explain/names.ts');
  const text = explain(result, entry, namesOf(scorebook));
  if (text === null) {
    io.stderr(`没有编号为“${entry}”的项目。\n`);
    return BAD_INPUT;
  }
  io.stdout(`${text}\n`);
  return 0;
}

/** Loaded only when asked for: a plain ranking starts faster without it. */
async function certaintyAt(scorebook: Scorebook, cut: number, checksum: string): Promise<Certainty> {
  const { certaintyOf } = await import('../../shared/scoring/certainty/certainty.ts');
  return certaintyOf(scorebook, cut, checksum, sha256);
}
