import { setTimeout as sleep } from 'node:timers/promises';
import type { Marks } from '../../../shared/contract/common.ts';
import type { JudgingBook } from '../../../shared/contract/judging.ts';
import { stage } from '../../../shared/contract/stage.ts';
import { call, newOperationId } from '../../api/client.ts';
import { sheetOf } from '../../offline/book.ts';
import type { Database } from '../../offline/database.ts';
import { openDatabase } from '../../offline/database.ts';
import { createOutbox } from '../../offline/device-outbox.ts';
import type { DeviceOutbox } from '../../offline/device-outbox.ts';
import { openOperations, record } from '../../offline/journal.ts';
import type { Act, Operation } from '../../offline/operation.ts';
import { pause } from '../../offline/pause.ts';
import { sheetNow } from '../../offline/sheet-now.ts';
import type { Chance } from './chance.ts';
import { acting } from './link.ts';
import type { Link } from './link.ts';

/** The outbox waits in seconds; in the storm a second passes in this many milliseconds. */
const second = 40;

/** One judge at one tablet: the product's own outbox on a storage of its own, behind a link of its own. */
export class Tablet {
  readonly judge: string;
  readonly link: Link;
  /** What the judge submitted last, by project: the operation and its marks. */
  readonly submitted = new Map<string, { operation: string; marks: Marks }>();
  private readonly competition: string;
  private readonly database: Promise<Database>;
  private readonly outbox: DeviceOutbox;
  private isOn = true;

  constructor(competition: string, judge: string, link: Link) {
    this.competition = competition;
    this.judge = judge;
    this.link = link;
    this.database = openDatabase(`tablet-${judge}`);
    this.outbox = createOutbox(
      () => this.database,
      (milliseconds, signal) => pause((milliseconds / 1000) * second, signal),
    );
  }

  /** Sits the judge down and keeps the tablet awake until it is switched off. */
  async sitDown(code: string): Promise<void> {
    await acting.run(this.link, async () => {
      await this.write({ kind: 'sign-in', code }, 0, null);
      await this.outbox.start(this.judge);
      void this.stayAwake();
      await this.haveBook();
    });
  }

  /** Scores one project as a judge does: some marks, the whole sheet, perhaps a correction. */
  async score(proposal: string, luck: Chance): Promise<void> {
    await acting.run(this.link, async () => {
      const { criteria } = await this.haveBook();
      const marksFor = (count: number): Marks =>
        Object.fromEntries(
          criteria.slice(0, count).map(({ id, max }) => [id, String(luck.between(0, Number(max)))]),
        );
      for (let taps = luck.between(0, 2); taps > 0; taps -= 1) {
        await this.act({
          kind: 'save',
          proposal,
          marks: marksFor(luck.between(1, criteria.length)),
          comment: '',
        });
        await sleep(luck.between(0, 300));
      }
      for (let times = luck.between(1, 2); times > 0; times -= 1) {
        const marks = marksFor(criteria.length);
        const operation = await this.act({ kind: 'submit', proposal, marks, comment: '' });
        this.submitted.set(proposal, { operation, marks });
        await sleep(luck.between(0, 300));
      }
    });
  }

  /** Everything on this tablet in journal order. */
  journal = async (): Promise<Operation[]> => (await this.database).getAll('operations');

  /** Whether everything the judge did has been acknowledged, by the server of this epoch. */
  async isThrough(epoch: string): Promise<boolean> {
    const db = await this.database;
    return (await db.get('server', 'epoch')) === epoch && (await openOperations(db, this.judge)).length === 0;
  }

  switchOff(): void {
    this.isOn = false;
    this.outbox.stop();
  }

  private async act(act: Exclude<Act, { kind: 'sign-in' }>): Promise<string> {
    const db = await this.database;
    const book = await this.haveBook();
    const { head } = sheetNow(sheetOf(book, act.proposal), await openOperations(db, this.judge));
    return this.write(act, head.base, head.after);
  }

  private async write(act: Act, base: number, after: string | null): Promise<string> {
    const { competition, judge } = this;
    const id = newOperationId();
    await record(await this.database, { id, competition, judge, act, base, after, madeAt: Date.now() });
    this.outbox.wake();
    return id;
  }

  private async haveBook(): Promise<JudgingBook> {
    for (;;) {
      const kept = await (await this.database).get('books', this.judge);
      if (kept !== undefined) return kept;
      await this.outbox.fetchBook(this.competition, this.judge).catch(() => sleep(second));
    }
  }

  /** As the tablet's page does where no stream gets through: asks for the stage, and reads its book on news. */
  private async stayAwake(): Promise<void> {
    const params = { competition: this.competition };
    let seen = '';
    while (this.isOn) {
      const now = await call(stage.snapshot, { params }, { timeout: 5000 }).catch(() => null);
      if (now !== null) {
        await this.outbox.hear(now.epoch);
        const news = `${now.epoch} ${now.proposal}`;
        if (news !== seen) await this.outbox.fetchBook(this.competition, this.judge).catch(() => undefined);
        seen = news;
      }
      await sleep(20 * second);
    }
  }
}
