import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { contract } from '../../../shared/contract/index.ts';
import { freePort } from '../../../server/demo/free-port.ts';
import { liveShift } from '../../../server/demo/headless.ts';
import { readModel } from '../../../server/demo/model.ts';
import type { Model, ModelJudge } from '../../../server/demo/model.ts';
import { known, newBrowser, newPlay, officer, operationId } from '../../../server/demo/play.ts';
import type { Play } from '../../../server/demo/play.ts';
import { startServerProcess } from '../../../server/demo/server-process.ts';
import type { ServerProcess } from '../../../server/demo/server-process.ts';
import { smallModel } from '../../../server/demo/small-model.ts';
import { apply } from '../../../server/demo/story/applying.ts';
import { found } from '../../../server/demo/story/founding.ts';
import { namedTransport } from '../support/named-transport.ts';

const run = promisify(execFile);
const built = (program: string) => join(import.meta.dirname, '../../../dist/server', program);

/** The compiled server in a process of its own, its copies, and a competition whose panel has sat down. */
export interface StormHall {
  server: ServerProcess;
  play: Play;
  /** Ids of the projects in their order. */
  projects: string[];
  judges: { id: string; code: string; cookies: ReadonlyMap<string, string> }[];
  /** Where the data of the server of now lie. */
  dataFolder: () => string;
  /** `gongping backup`, while the server runs or is being killed. */
  backUp: () => Promise<void>;
  /** Another laptop: the server dies for good, `gongping restore` of the newest copy, a server on that. */
  replaceByCopy: () => Promise<void>;
  /** Epoch of the server of now. */
  epoch: () => Promise<string>;
  close: () => Promise<void>;
}

/**
 * @param seats judges, each with a tablet of its own that is enrolled and has nobody signed in
 * @param host the name the server answers to, where browsers of this machine know it
 */
export async function openStormHall(seats: number, host = '127.0.0.1'): Promise<StormHall> {
  const root = mkdtempSync(join(tmpdir(), 'gongping-storm-'));
  const copies = join(root, 'copies');
  let laptop = 1;
  const dataFolder = () => join(root, `laptop-${laptop}`);
  const port = await freePort();
  const origin = `http://${host}:${port}`;
  const server = await startServerProcess(port, dataFolder(), [built('main.js')], origin);
  const gongping = (...args: string[]) => run(process.execPath, [built('cli/main.js'), ...args]);
  const play = newPlay({
    model: stormModel(seats),
    transport: namedTransport(origin),
    shift: liveShift(Date.now()),
    setupCode: () => server.setupCode(),
  });
  await found(play);
  await apply(play);
  const judges = await seatAll(play);
  return {
    server,
    play,
    projects: play.model.draws.map(({ project }) => known(play.proposals, project)),
    judges,
    dataFolder,
    backUp: async () => void (await gongping('backup', copies, '--data', dataFolder())),
    replaceByCopy: async () => {
      await server.kill();
      laptop += 1;
      await gongping('restore', copies, dataFolder());
      await server.restart({ dataFolder: dataFolder() });
    },
    epoch: async () => {
      const params = { competition: play.competition };
      return (await newBrowser(play).call(contract.stage.snapshot, { params })).epoch;
    },
    close: async () => {
      await server.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Three projects of the model competition, and as many judges as there are seats. */
function stormModel(seats: number): Model {
  const model = smallModel(readModel(), ['p14', 'p32', 'p31'], '');
  const judges = Array.from({ length: seats }, (_, index): ModelJudge => {
    const like = model.judges[index % model.judges.length];
    if (like === undefined) throw new Error('the model has no judges');
    return { ...like, id: `s${index + 1}`, seat: index + 1, name: `评委${index + 1}`, community: null };
  });
  return { ...model, judges, panelHead: 's1', recusals: [], disclosures: [] };
}

async function seatAll(play: Play): Promise<StormHall['judges']> {
  const params = { competition: play.competition };
  const hub = officer(play, 'u03');
  for (const { id, name, party, seat, community, expertise } of play.model.judges) {
    const profile = { name, party, seat, community, expertise, unit: '', head: id === play.model.panelHead };
    const body = { operation: operationId('judge', id), profile };
    play.judges.set(id, (await hub.call(contract.judges.add, { params, body })).id);
  }
  const draws = play.model.draws.map(({ project, order }) => ({
    proposal: known(play.proposals, project),
    order,
  }));
  await officer(play, 'u04').call(contract.defenses.typeOrder, {
    params,
    body: { operation: operationId('draw'), draws, witnesses: ['监督员'] },
  });
  const cards = String(await hub.call(contract.papers.seatCards, { params }));
  return Promise.all(
    play.model.judges.map(async ({ id, name, seat }) => {
      const code = new RegExp(`>${name}</p>[^]*?密码<b>([0-9]{4})</b>`).exec(cards)?.[1] ?? '';
      const tablet = newBrowser(play);
      const { link } = await hub.call(contract.devices.invite, {
        params,
        body: { operation: operationId('invite', id), seat, label: `${seat} 号席平板` },
      });
      await tablet.call(contract.devices.enrol, { body: { token: link.slice(link.indexOf('#') + 1) } });
      return { id: known(play.judges, id), code, cookies: tablet.cookies };
    }),
  );
}
