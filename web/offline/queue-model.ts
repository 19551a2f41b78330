import type { Sheet } from '../../shared/contract/judging.ts';
import { conflicts, redraft, settleSheet } from './conflict.ts';
import type { Operation, SheetAct } from './operation.ts';
import { isOpen } from './operation.ts';
import type { Queue } from './queue.ts';
import { add, markSent, nextToSend } from './queue.ts';
import { reopen } from './reopen.ts';
import type { Outcome } from './reply.ts';
import { applyReply, wentBack } from './reply.ts';
import { waitingSheets } from './save-state.ts';
import { sheetNow } from './sheet-now.ts';

/** Test models: the least server and device that keep the contract, joined by a network that tells nobody what it lost. */

const emptySheet = (proposal: string): Sheet => ({
  proposal,
  revision: 0,
  status: 'none',
  marks: {},
  comment: '',
  total: '',
  savedAt: null,
  receipt: null,
  returned: null,
});

const content = (sheet: Pick<Sheet, 'marks'>): string => sheet.marks['need'] ?? '';

interface Memory {
  sheets: Map<string, Sheet>;
  replies: Map<string, { body: string; reply: Sheet }>;
  /** Own and foreign writes in order, `p1@3` on top of `p1@2`. */
  log: { id: string; proposal: string; revision: number; submitted: boolean }[];
}

export class ServerModel {
  epoch = 1;
  private memory: Memory = { sheets: new Map(), replies: new Map(), log: [] };
  private copy: Memory = clone(this.memory);

  handle(operation: Operation): Outcome {
    const act = operation.act as SheetAct;
    const body = JSON.stringify([act, operation.base]);
    const known = this.memory.replies.get(operation.id);
    if (known !== undefined && known.body !== body) throw new Error('operation id used with another body');
    const reply = known?.reply ?? this.write(operation.id, act, operation.base);
    if (reply === null) return { kind: 'stale', server: this.sheet(act.proposal) };
    this.memory.replies.set(operation.id, { body, reply });
    return {
      kind: 'acknowledged',
      reply: { epoch: String(this.epoch), revision: reply.revision, at: 0, sheet: reply },
    };
  }

  sheet(proposal: string): Sheet {
    return this.memory.sheets.get(proposal) ?? emptySheet(proposal);
  }

  writeElsewhere(proposal: string, mark: string): void {
    const act: SheetAct = { kind: 'save', proposal, marks: { need: `elsewhere ${mark}` }, comment: '' };
    this.write('', act, this.sheet(proposal).revision);
  }

  backUp(): void {
    this.copy = clone(this.memory);
  }

  restore(): void {
    this.memory = clone(this.copy);
    this.epoch += 1;
  }

  contents(): Record<string, string> {
    return Object.fromEntries([...this.memory.sheets].map(([id, sheet]) => [id, content(sheet)]));
  }

  writtenIds = (): string[] => this.memory.log.map(({ id }) => id).sort();
  submittedIds = (): string[] =>
    this.memory.log
      .filter(({ submitted }) => submitted)
      .map(({ id }) => id)
      .sort();

  /** Foreign revisions that an own operation was written on top of. */
  builtOver(): string[] {
    const foreign = new Set(
      this.memory.log
        .filter(({ id }) => id === '')
        .map(({ proposal, revision }) => `${proposal}@${revision}`),
    );
    return this.memory.log
      .filter(({ id }) => id !== '')
      .map(({ proposal, revision }) => `${proposal}@${revision - 1}`)
      .filter((key) => foreign.has(key));
  }

  private write(id: string, act: SheetAct, base: number): Sheet | null {
    const current = this.sheet(act.proposal);
    if (current.revision !== base) return null;
    const sheet: Sheet = {
      ...current,
      revision: base + 1,
      status: act.kind === 'submit' ? 'submitted' : 'draft',
      marks: act.marks,
    };
    this.memory.sheets.set(act.proposal, sheet);
    this.memory.log.push({
      id,
      proposal: act.proposal,
      revision: sheet.revision,
      submitted: act.kind === 'submit',
    });
    return sheet;
  }
}

export class DeviceModel {
  private readonly server: ServerModel;
  private readonly journal = new Map<string, Operation>();
  private readonly book = new Map<string, Sheet>();
  private readonly lastActs = new Map<string, string>();
  private readonly submits: string[] = [];
  private readonly seen = new Set<string>();
  private onTheWay: Operation[] = [];
  private answersOnTheWay: { operation: Operation; outcome: Outcome; epoch: number }[] = [];
  private epoch = 1;
  private count = 0;

  constructor(server: ServerModel) {
    this.server = server;
  }

  act(kind: 'save' | 'submit', proposal: string, mark: string): void {
    if (this.disputed().includes(proposal)) return;
    this.count += 1;
    const id = `op${this.count}`;
    const act: SheetAct = { kind, proposal, marks: { need: `${mark} ${id}` }, comment: '' };
    const { head } = sheetNow(this.known(proposal), this.queue());
    this.record({ id, competition: 'c', judge: 'j', act, madeAt: this.count, ...head });
    this.lastActs.set(proposal, content(act));
    if (kind === 'submit') this.submits.push(id);
  }

  send(fate: 'arrives' | 'request-lost' | 'reply-lost' | 'reply-late' | 'doubled' | 'late'): boolean {
    const operation = nextToSend(this.queue());
    if (operation === null) return false;
    this.store(markSent(this.queue(), operation.id));
    const sent = { ...operation, sent: true };
    if (fate === 'request-lost') return true;
    if (fate === 'late') {
      this.onTheWay.push(sent);
      return true;
    }
    const outcome = this.server.handle(sent);
    const { epoch } = this.server;
    if (fate === 'doubled') this.take(sent, this.server.handle(sent), epoch);
    if (fate === 'reply-late') this.answersOnTheWay.push({ operation: sent, outcome, epoch });
    else if (fate !== 'reply-lost') this.take(sent, outcome, epoch);
    return true;
  }

  /** A request that was thought lost arrives after all, and so does its reply. */
  lateArrival(index: number): void {
    const operation = this.onTheWay[index];
    if (operation === undefined) return;
    this.onTheWay = this.onTheWay.filter((one) => one !== operation);
    this.take(operation, this.server.handle(operation), this.server.epoch);
  }

  /** A reply that was thought lost arrives after all, perhaps from before the server was put back. */
  lateAnswer(index: number): void {
    const late = this.answersOnTheWay[index];
    if (late === undefined) return;
    this.answersOnTheWay = this.answersOnTheWay.filter((one) => one !== late);
    this.take(late.operation, late.outcome, late.epoch);
  }

  /** The book is read again. */
  look(): void {
    this.learnEpoch(this.server.epoch);
    for (const proposal of ['p1', 'p2', 'p3']) {
      const sheet = this.server.sheet(proposal);
      this.book.set(proposal, sheet);
      this.seen.add(`${proposal}@${sheet.revision}`);
    }
  }

  drain(): void {
    while (this.onTheWay.length > 0) this.lateArrival(0);
    while (this.answersOnTheWay.length > 0) this.lateAnswer(0);
    this.learnEpoch(this.server.epoch);
    while (this.send('arrives'));
  }

  resolveAll(choice: 'mine' | 'server'): string[] {
    const found = conflicts(this.queue());
    for (const conflict of found) {
      this.seen.add(`${conflict.proposal}@${conflict.server.revision}`);
      this.count += 1;
      const draft = redraft(this.queue(), conflict, { id: `op${this.count}`, madeAt: this.count });
      this.store(settleSheet(this.queue(), conflict.proposal));
      this.book.set(conflict.proposal, conflict.server);
      if (choice === 'mine' && draft !== null) this.record(draft);
    }
    return found.map(({ proposal }) => proposal);
  }

  waiting = (): number => waitingSheets(this.queue());
  disputed = (): string[] => conflicts(this.queue()).map(({ proposal }) => proposal);
  wanted = (): Record<string, string> => Object.fromEntries(this.lastActs);
  hasSeen = (revision: string): boolean => this.seen.has(revision);
  acknowledgedIds = (): string[] => this.ids((one) => one.progress.state === 'acknowledged');
  submittedIds = (): string[] => [...this.submits].sort();

  /** The judge's last act on the sheet is on the server, or on this device with the question asked. */
  holdsLastActOf(proposal: string): boolean {
    const last = this.lastActs.get(proposal);
    const states = [...this.journal.values()].filter(
      ({ act }) =>
        act.kind !== 'sign-in' && act.proposal === proposal && 'marks' in act && content(act) === last,
    );
    return (
      last === undefined ||
      states.some(({ progress }) => progress.state === 'acknowledged') ||
      this.disputed().includes(proposal)
    );
  }

  private take(operation: Operation, outcome: Outcome, epoch: number): void {
    // Every reply names its server's epoch.
    this.learnEpoch(epoch);
    if (wentBack(operation, outcome)) return;
    this.store(applyReply(this.queue(), operation.id, outcome));
    if (outcome.kind !== 'acknowledged' || outcome.reply.sheet === null) return;
    const { sheet } = outcome.reply;
    if (sheet.revision > this.known(sheet.proposal).revision) this.book.set(sheet.proposal, sheet);
  }

  private learnEpoch(epoch: number): void {
    if (this.epoch === epoch) return;
    this.epoch = epoch;
    for (const operation of reopen([...this.journal.values()], String(this.epoch)))
      this.journal.set(operation.id, operation);
    for (const proposal of this.book.keys()) this.book.set(proposal, this.server.sheet(proposal));
  }

  private record(draft: Parameters<typeof add>[1]): void {
    const before = this.queue();
    const after = add(before, draft, this.count, this.journal.get(draft.after ?? '') ?? null);
    for (const { id } of before) if (!after.some((one) => one.id === id)) this.journal.delete(id);
    this.store(after);
  }

  private known = (proposal: string): Sheet => this.book.get(proposal) ?? emptySheet(proposal);
  private queue = (): Queue => [...this.journal.values()].filter(isOpen).sort((a, b) => a.seq - b.seq);
  private store = (queue: Queue): void => {
    for (const operation of queue) this.journal.set(operation.id, operation);
  };
  private ids = (which: (operation: Operation) => boolean): string[] =>
    [...this.journal.values()]
      .filter(which)
      .map(({ id }) => id)
      .sort();
}

const clone = (memory: Memory): Memory => ({
  sheets: new Map(memory.sheets),
  replies: new Map(memory.replies),
  log: [...memory.log],
});
