import type { Command, CommandIo } from './io.ts';

// Each command brings its own parts: ranking a file must not load a solver or a database.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  rank: async () => (await import('./rank.ts')).rank,
  fund: async () => (await import('./fund.ts')).fund,
  assign: async () => (await import('./assign.ts')).assign,
  draw: async () => (await import('./draw.ts')).draw,
  schedule: async () => (await import('./schedule.ts')).schedule,
  verify: async () => (await import('./verify.ts')).verify,
  backup: async () => (await import('./backup.ts')).backup,
  rehearse: async () => (await import('./rehearse.ts')).rehearse,
  restore: async () => (await import('./restore.ts')).restore,
};

const usage = `用法：gongping 命令 [参数]

命令
  rank 文件 [--cut 名额] [--explain 项目编号]
                   由评分册（scorebook/1）或 Excel 评分表（.xlsx）算出名次；“-”表示从标准输入读取
  assign 文件      由评委、项目、匹配分和回避（assignment/1）算出每个项目由哪些评委评
  draw 步骤 文件   公开抽签（draw/1）：承诺、公开、抽出顺序或评委，--verify 重抽核对
  schedule 文件    由会场、评委和项目的时间（schedule/1）排出答辩安排，未排入的各附原因
  fund 文件        由得分、预算和规则（funding/1）算出拟资助名单和各项目未入选的原因
  verify 文件夹    核验一套导出文件是否彼此一致，是否与纸上的留痕相符
  backup 文件夹    把数据完整复制一份到另一块盘，服务器不必停
  rehearse 彩排文件夹
                   由真实数据复制出一份来彩排，处处写明“彩排”
  restore 副本 数据文件夹
                   核对副本后恢复成新的数据文件夹

每个命令后加 --help 查看参数。
`;

/** Runs `gongping` with its arguments. Answers with the exit status; 2: there is no such command. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h') {
    io.stdout(usage);
    return 0;
  }
  const load = Object.hasOwn(commands, name ?? '') ? commands[name ?? ''] : undefined;
  if (load === undefined) {
    io.stderr(name === undefined ? usage : `没有“${name}”这个命令。\n\n${usage}`);
    return 2;
  }
  return (await load())(rest, io);
}
