import { parseArgs } from 'node:util';
import { commitmentOf, outcomeOf } from '../../shared/panels/recorded-draw/outcome.ts';
import type { ParsedDraw } from '../../shared/panels/recorded-draw/parse.ts';
import { parseDraw } from '../../shared/panels/recorded-draw/parse.ts';
import { drawDifferences } from '../../shared/panels/recorded-draw/verify.ts';
import { faultLine } from '../../shared/scoring/scorebook/faults.ts';
import { sha256 } from '../sha256.ts';
import { drawHashes } from './draw-hashes.ts';
import { differenceWords, obstacleWords } from './draw-words.ts';
import type { CommandIo } from './io.ts';
import { messageOf, readJson } from './read-json.ts';

const HELP = `用法：gongping draw commit 文件      把一份秘密文字（末尾的换行不算）变成可以先公布的承诺
      gongping draw reveal 文件      核对已公开的各份是否与承诺相符
      gongping draw order 文件       各份都已公开：抽出顺序，有 seats 时抽出评委和候补
      gongping draw --verify 文件    按同样的办法重抽，核对文件里的 seed、order、drawn

文件名写 - 时读标准输入。后三种读入 draw/1：
  label          这次抽签的名称，算进每个结果
  ids            参加抽签的编号；或 {"id", "group"}，group 为所属的组
  commitments    各方事先提交的承诺（SHA-256），按公布的顺序；现场写数字、没有承诺的不写
  revealed       各方公开的文字，顺序相同；尚未公开的写 null
  seats          （可省）{"group", "count"}：每组抽几位，不写 group 的从其余的人里抽
种子 = SHA-256（每份前加 4 字节长度，高位在前），顺序 = HMAC-SHA-256（种子，label 0x1F 编号）由小到大。
退出码：0 已完成，或核对一致；1 核对不一致；3 抽不了，reasons 里写明原因；
        2 输入有误，每处错误连同位置写在标准错误上。
`;

const [DIFFERS, BAD_INPUT, NO_DRAW] = [1, 2, 3];

/** `gongping draw`: commitments, what was revealed, the order, and the check of it. Answers with the exit status. */
export async function draw(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    io.stderr(`${options}\n\n${HELP}`);
    return BAD_INPUT;
  }
  if (options.phase === 'help') {
    io.stdout(HELP);
    return 0;
  }
  if (options.phase === 'commit') return commit(options.file, io);
  const read = await readJson(options.file, io, parseDraw);
  if (!read.ok) {
    io.stderr(read.faults.map((fault) => `${faultLine(fault)}\n`).join(''));
    return BAD_INPUT;
  }
  const phases = { reveal, order, verify };
  return phases[options.phase](read, (answer) => io.stdout(`${JSON.stringify(answer)}\n`));
}

type Phase = 'commit' | 'reveal' | 'order' | 'verify';
type Options = { readonly phase: Phase | 'help'; readonly file: string };
type Read = Extract<ParsedDraw, { ok: true }>;
type Print = (answer: object) => void;

/** The options, or what is wrong with them. */
function readOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, verify: { type: 'boolean' } },
    });
    if (values.help === true) return { phase: 'help', file: '' };
    const [word, ...files] = values.verify === true ? ['verify', ...positionals] : positionals;
    const phase = (['commit', 'reveal', 'order', 'verify'] as const).find((each) => each === word);
    if (phase === undefined) return word === undefined ? '请说明做什么。' : `没有“${word}”这一步。`;
    const [file, ...more] = files;
    return file === undefined || more.length > 0 ? '请给出一个文件。' : { phase, file };
  } catch (error) {
    return messageOf(error);
  }
}

async function commit(file: string, io: CommandIo): Promise<number> {
  const text = await (file === '-' ? io.stdin() : io.readFile(file)).catch((error: unknown) => ({ error }));
  if (typeof text !== 'string') {
    io.stderr(`读不到文件“${file}”（${messageOf(text.error)}）。\n`);
    return BAD_INPUT;
  }
  const secret = text.replace(/\r?\n$/, '');
  if (secret === '') {
    io.stderr('文件是空的：请写一段别人猜不到的文字。\n');
    return BAD_INPUT;
  }
  io.stdout(`${JSON.stringify({ commitment: commitmentOf(secret, sha256) })}\n`);
  return 0;
}

function reveal({ record }: Read, print: Print): number {
  const { revealed, commitments } = record;
  const parts = revealed.map((text, part) => ({
    part: part + 1,
    revealed: text !== null,
    matches: text === null || commitments === null ? null : commitments[part] === commitmentOf(text, sha256),
  }));
  const isBroken = parts.some(({ matches }) => matches === false);
  print({
    complete: !isBroken && revealed.every((text) => text !== null),
    parts,
    reasons: reasonsOf(record),
  });
  return isBroken ? NO_DRAW : 0;
}

function order({ record }: Read, print: Print): number {
  const result = outcomeOf(record, drawHashes);
  if (!result.ok) {
    print({ seed: null, order: [], reasons: reasonsOf(record) });
    return NO_DRAW;
  }
  const { seed, order, seats } = result.outcome;
  const { label, drawn, commitments, revealed } = record;
  print({
    format: 'draw/1',
    label,
    ids: drawn.map(({ id, group }) => (group === null ? id : { id, group })),
    ...(commitments === null ? {} : { commitments }),
    revealed,
    ...(record.seats === null ? {} : { seats: record.seats.map(seatsJson) }),
    seed,
    order,
    ...(seats === null
      ? {}
      : {
          drawn: seats.map((line) => ({ ...seatsJson(line), ids: line.ids, substitutes: line.substitutes })),
        }),
  });
  return 0;
}

const seatsJson = ({ group, count }: { readonly group: string | null; readonly count: number }) =>
  group === null ? { count } : { group, count };

function verify({ record, claim }: Read, print: Print): number {
  const result = outcomeOf(record, drawHashes);
  const differences = result.ok
    ? drawDifferences(claim, result.outcome).map(differenceWords)
    : reasonsOf(record);
  const nothing = claim.seed === undefined && claim.order === undefined && claim.drawn === undefined;
  const reasons = nothing
    ? [...differences, '文件里没有 seed、order、drawn，没有可核对的结果。']
    : differences;
  print({ agrees: reasons.length === 0, seed: result.ok ? result.outcome.seed : null, reasons });
  return reasons.length === 0 ? 0 : DIFFERS;
}

function reasonsOf(record: Read['record']): string[] {
  const result = outcomeOf(record, drawHashes);
  return result.ok ? [] : result.obstacles.map(obstacleWords);
}
