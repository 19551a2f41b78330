import { makeRehearsal, RehearsalError } from '../rehearsal/make.ts';
import type { RehearsalRefusal } from '../rehearsal/make.ts';
import { readDataFolders } from './data-folder.ts';
import type { CommandIo } from './io.ts';

const usage = `用法：gongping rehearse 彩排文件夹 [--data 数据文件夹]

由真实的数据复制出一份来彩排，服务器不必停，真实数据只读不写。彩排另用一个网址（换一个端口），
每一屏有黄框“彩排”，每张纸、每个文件都写明“彩排”，签名用另外的密钥，永远变不成真的。
有了正式的评分表以后不能再彩排。彩排文件夹须是新的或空的，用完直接删掉。
数据文件夹默认取环境变量 DATA，没有就是 data。

退出码：0 已做好；1 没有做成；2 参数有误。
`;

const refusals: Readonly<Record<RehearsalRefusal, string>> = {
  not_empty: '彩排文件夹里已经有东西，请指明一个新的文件夹。',
  inside: '彩排文件夹不能放在真实数据里面。',
  sheets: '已经有正式提交的评分表，不能再彩排，免得两边弄混。',
  rehearsal: '这本来就是一份彩排，请用真实的数据文件夹。',
};

/** `gongping rehearse DIR`: 0 made, 1 refused with the reason, 2 bad usage. */
export async function rehearse(args: readonly string[], io: CommandIo): Promise<number> {
  const given = await readDataFolders(args, io, { usage, noFolder: '请指明一个彩排文件夹。' });
  if (typeof given === 'number') return given;
  const { data, folder } = given;
  try {
    await makeRehearsal(data, folder, Date.now());
  } catch (error) {
    const why = error instanceof RehearsalError ? refusals[error.why] : String(error);
    io.stderr(`没有做成：${why}\n`);
    return 1;
  }
  io.stdout(nextSteps(folder));
  return 0;
}

const nextSteps = (folder: string): string => `彩排文件夹“${folder}”已做好，真实数据没有动。接下来：
1. 换一个端口启动：DATA=${folder} PORT=3001 ORIGIN=http://本机地址:3001 npm start
2. 平板扫彩排里的席位码；用户名、密码和平时一样，要重新登录一次。
3. 排练完停掉这个服务器，删掉“${folder}”。平板回到真实的网址，什么都不用改。
`;
