import { setTimeout as sleep } from 'node:timers/promises';
import { stage } from '../../../shared/contract/stage.ts';
import type { Console, Step } from '../../../shared/contract/stage.ts';
import { call, newOperationId, witnessCalls } from '../../api/client.ts';
import { nextStep } from '../../features/console/next-step.ts';
import { openActs } from '../../offline/acts/act.ts';
import { createActJournal } from '../../offline/acts/act-journal.ts';
import type { ActJournal } from '../../offline/acts/act-journal.ts';
import { pause } from '../../offline/pause.ts';
import { acting } from './link.ts';
import type { Link } from './link.ts';

/** The host at the console, whose page keeps every step and takes it again at a server that forgot it. */
export class Host {
  readonly link: Link;
  private readonly competition: string;
  private readonly journal: ActJournal;
  /** Every project has been heard, as far as the host saw last. */
  isDone = false;
  private heard = '';
  private isOn = true;

  constructor(competition: string, link: Link) {
    this.competition = competition;
    this.link = link;
    const opened = openActs('host');
    this.journal = createActJournal(
      () => opened,
      (milliseconds, signal) => pause(milliseconds / 25, signal),
    );
    witnessCalls({
      heard: (epoch) => {
        if (acting.getStore() === link) this.heard = epoch;
      },
      done: this.journal.keep,
    });
  }

  /**
   * Takes the next legal step as long as one is left, those included that a copy has undone, until switched off.
   * @param between waits between two steps
   */
  async work(between: () => Promise<unknown>): Promise<void> {
    await acting.run(this.link, async () => {
      while (this.isOn) {
        const state = await this.look();
        this.isDone = isOver(state);
        const next = this.isDone ? null : nextStep(state, { present: 5, question: 5, change: 1 });
        if (next) await this.take(state.revision, next.step);
        await between();
      }
    });
  }

  switchOff(): void {
    this.isOn = false;
    this.journal.stop();
  }

  /** The console as the server has it, once everything of before has been done again. */
  private async look(): Promise<Console> {
    for (;;) {
      try {
        const params = { competition: this.competition };
        const state = await call(stage.console, { params }, { timeout: 2000 });
        await this.journal.hear(this.heard);
        return state;
      } catch {
        await sleep(100);
      }
    }
  }

  private async take(base: number, step: Step): Promise<void> {
    const params = { competition: this.competition };
    const body = { operation: newOperationId(), base, step };
    // What was not done is seen at the next look, as a person sees it.
    await call(stage.step, { params, body }, { timeout: 2000 }).catch(() => sleep(50));
  }
}

const isOver = ({ rows }: Console): boolean =>
  rows.every(({ status }) => ['scored', 'withdrawn'].includes(status));
