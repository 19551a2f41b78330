import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { ComputedRef, Ref, ShallowRef } from 'vue';
import type { Marks } from '../../../shared/contract/common.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { JudgingBook } from '../../../shared/contract/judging.ts';
import type { StageSnapshot } from '../../../shared/contract/stage.ts';
import { newOperationId } from '../../api/client.ts';
import { firstBook, lastSavedAt, sheetOf } from '../../offline/book.ts';
import { announceChange, onChange } from '../../offline/changes.ts';
import type { Conflict } from '../../offline/conflict.ts';
import { conflicts } from '../../offline/conflict.ts';
import { connection } from '../../offline/connection.ts';
import { clearCorrection, correctionsOf, keepCorrection } from '../../offline/corrections.ts';
import type { Correction } from '../../offline/database.ts';
import { database } from '../../offline/database.ts';
import { dismissReturned, openOperations, record, resolveConflict } from '../../offline/journal.ts';
import type { Act, Operation } from '../../offline/operation.ts';
import { isWaiting } from '../../offline/operation.ts';
import { askedForCode, fetchBook, hearEpoch, startOutbox, wakeOutbox } from '../../offline/outbox.ts';
import type { Queue } from '../../offline/queue.ts';
import { add, needsSignIn } from '../../offline/queue.ts';
import { createRecorder } from '../../offline/recorder.ts';
import type { SaveState } from '../../offline/save-state.ts';
import { saveState } from '../../offline/save-state.ts';
import type { SheetNow } from '../../offline/sheet-now.ts';
import { sheetNow } from '../../offline/sheet-now.ts';
import { fetchSeat, keptSeat } from './seat.ts';
import type { Stage } from '../stage/useStage.ts';
import { useStage } from '../stage/useStage.ts';

/** What this device keeps of a judge, read before the desk is set up. */
export interface DeskRecord {
  judge: string;
  competition: string;
  book: JudgingBook | null;
  /** What the seat has for a judge whose own book this device has never fetched. */
  blank: JudgingBook | null;
  queue: Queue;
  corrections: readonly Correction[];
  /** Several judges use this device in turn. */
  shared: boolean;
  /** What every screen bears, e.g. that the data are a demonstration. */
  mark: string;
}

/** Everything a judge has before them, and all they can do; works without network. */
export interface Desk {
  judge: string;
  shared: boolean;
  mark: string;
  book: Readonly<ShallowRef<JudgingBook | null>>;
  queue: Readonly<ShallowRef<Queue>>;
  stage: Stage;
  save: ComputedRef<SaveState>;
  /** The server takes nothing more of this judge before the code has been typed again. */
  needsCode: ComputedRef<boolean>;
  /** This tablet was taken out of use. */
  revoked: ComputedRef<boolean>;
  /** Why the book could not be read last time; null when it could. */
  fault: Readonly<Ref<unknown>>;
  conflicts: ComputedRef<Conflict[]>;
  sheet: (proposal: string) => SheetNow;
  /** A change to a submitted sheet under way, which counts only when it is submitted. */
  correction: (proposal: string) => Correction | undefined;
  act: (act: Act) => void;
  correct: (proposal: string, marks: Marks, comment: string) => Promise<void>;
  endCorrection: (proposal: string) => Promise<void>;
  resolve: (conflict: Conflict, choice: 'mine' | 'server') => Promise<void>;
  dismiss: (proposal: string) => Promise<void>;
  refresh: () => Promise<void>;
}

/**
 * Reads what this device keeps of a judge; where there is no book yet, the seat says which competition, and has a blank
 * one for everybody. Null when the device is not enrolled.
 */
export async function readDesk(judge: string): Promise<DeskRecord | null> {
  const db = await database();
  const own = await db.get('books', judge);
  const seat = (await keptSeat()) ?? (own === undefined ? await fetchSeat().catch(() => null) : null);
  const book = own ?? null;
  const blank = seat && firstBook(seat, judge);
  const competition = book?.competition ?? seat?.competition;
  if (competition === undefined) return null;
  const [queue, corrections] = await Promise.all([openOperations(db, judge), correctionsOf(db, judge)]);
  const shared = (seat?.roster.length ?? 1) > 1;
  return { judge, competition, book, blank, queue, corrections, shared, mark: seat?.mark ?? '' };
}

/** Milliseconds the judge's own book is waited for before the blank one of the seat will do. */
const patience = 1500;

/** Milliseconds after news of the stage that do not concern the book at once. */
const afterNews = 10_000;

/** Whether the stage shows that the book is another: who is called, what is signed, what the staff have changed. */
function tellsOfBook(now: StageSnapshot, before: StageSnapshot): boolean {
  const essence = ({ epoch, proposal, lockedSessions, seats, books }: StageSnapshot): string =>
    JSON.stringify([
      epoch,
      proposal,
      lockedSessions,
      books,
      seats.map(({ state }) => state === 'recused' || state === 'absent'),
    ]);
  return essence(now) !== essence(before);
}

const isRevoked = (error: unknown): boolean =>
  error instanceof ContractError && error.code === 'device_revoked';
const isRefusedHere = ({ act, progress }: Operation): boolean =>
  act.kind === 'sign-in' && progress.state === 'returned' && progress.code === 'device_revoked';

/** When the first of the returned sheets closes again; the server says so then. Null where none is returned. */
function firstEnd(book: JudgingBook | null): number | null {
  const ends = (book?.sheets ?? []).flatMap(({ returned }) => (returned ? [returned.until] : []));
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Sets up the desk of a judge until the scope ends. Sending goes on after that. */
export function createDesk({ judge, competition, ...kept }: DeskRecord): Desk {
  const book = shallowRef(kept.book);
  const queue = shallowRef(kept.queue);
  const corrections = shallowRef(kept.corrections);
  const writeFailed = ref(false);
  const fault = ref<unknown>(null);
  let acts = 0;
  let bookIsDue = false;
  let readLater: ReturnType<typeof setTimeout> | undefined;
  let readAtEnd: ReturnType<typeof setTimeout> | undefined;

  const recorder = createRecorder(
    async (draft) => record(await database(), draft),
    (failed) => {
      writeFailed.value = failed;
      announceChange(judge);
      wakeOutbox();
    },
  );

  /** What is on the disk becomes what is in view, unless an act is still on its way to the disk. */
  async function reload(): Promise<void> {
    const before = acts;
    const known = await readDesk(judge);
    if (known === null || recorder.pending().length > 0 || acts !== before) return;
    book.value = known.book ?? book.value;
    queue.value = known.queue;
    corrections.value = known.corrections;
    if (bookIsDue) await refresh();
  }

  /** Not before the server knows who asks: until the sign-in is acknowledged it would refuse. */
  async function refresh(): Promise<void> {
    bookIsDue = queue.value.some((one) => one.act.kind === 'sign-in' && isWaiting(one));
    if (bookIsDue) return;
    fault.value = await fetchBook(competition, judge).then(
      () => null,
      (error: unknown) => error,
    );
  }

  /** The book is read at once where the stage shows that it has changed, and a while after any other news. */
  function follow(now: StageSnapshot, before: StageSnapshot | null): void {
    clearTimeout(readLater);
    void hearEpoch(now.epoch);
    if (before === null || tellsOfBook(now, before)) void refresh();
    else readLater = setTimeout(() => void refresh(), afterNews);
    // What came too early, before the project was called, is taken now.
    if (before?.proposal !== now.proposal) wakeOutbox();
  }

  const stage = useStage(competition, (kept.book ?? kept.blank)?.stage ?? null, follow);
  const sheet = (proposal: string): SheetNow => {
    const server = book.value === null ? null : sheetOf(book.value, proposal);
    if (server === null) throw new Error('a sheet was asked for before there was a book');
    return sheetNow(server, queue.value);
  };

  /** In view at once, on the disk a moment later, on the server when it answers. */
  function act(done: Act): void {
    const head = done.kind === 'sign-in' ? { base: 0, after: null } : sheet(done.proposal).head;
    const draft = { id: newOperationId(), competition, judge, act: done, madeAt: Date.now(), ...head };
    const predecessor = queue.value.find(({ id }) => id === draft.after) ?? null;
    const last = queue.value[queue.value.length - 1]?.seq ?? 0;
    queue.value = add(queue.value, draft, last + 1, predecessor);
    acts += 1;
    if (done.kind === 'submit') forgetCorrection(done.proposal);
    recorder.record(draft);
  }

  function forgetCorrection(proposal: string): void {
    corrections.value = corrections.value.filter((one) => one.proposal !== proposal);
  }

  async function change(job: () => Promise<void>): Promise<void> {
    await job();
    announceChange(judge);
    wakeOutbox();
  }

  // A blank book where the own one is on its way would lead the judge to sheets they have filled in long ago.
  const doWithBlank = () => (book.value ??= kept.blank);
  const blankLater = setTimeout(doWithBlank, patience);
  onScopeDispose(() => clearTimeout(blankLater));
  watch(connection.reachable, (reachable) => !reachable && doWithBlank(), { immediate: true });

  onScopeDispose(onChange(judge, () => void reload()));
  onScopeDispose(recorder.stop);
  onScopeDispose(() => clearTimeout(readLater));
  onScopeDispose(() => clearTimeout(readAtEnd));
  watch(
    () => firstEnd(book.value),
    (until) => {
      clearTimeout(readAtEnd);
      if (until !== null)
        readAtEnd = setTimeout(() => void refresh(), Math.max(0, until - stage.now()) + 500);
    },
    { immediate: true },
  );
  watch(
    () => queue.value.filter(({ progress }) => progress.state === 'returned').length,
    (count, before) => count > before && void refresh(),
  );
  // Why the server does not know this judge here any more is said by the book.
  watch(
    () => askedForCode.value.has(judge),
    (asked) => asked && void refresh(),
  );
  watch(connection.reachable, (reachable) => reachable && wakeOutbox());
  void startOutbox(judge);
  void refresh();

  return {
    judge,
    shared: kept.shared,
    mark: kept.mark,
    book,
    queue,
    stage,
    fault,
    save: computed(() =>
      saveState({
        queue: queue.value,
        writeFailed: writeFailed.value,
        reachable: connection.reachable.value,
        acknowledgedAt: book.value === null ? null : lastSavedAt(book.value),
      }),
    ),
    needsCode: computed(() => needsSignIn(queue.value) || askedForCode.value.has(judge)),
    revoked: computed(() => isRevoked(fault.value) || queue.value.some(isRefusedHere)),
    conflicts: computed(() => conflicts(queue.value)),
    sheet,
    correction: (proposal) => corrections.value.find((one) => one.proposal === proposal),
    act,
    correct: (proposal, marks, comment) => {
      const correction = { judge, proposal, marks, comment };
      forgetCorrection(proposal);
      corrections.value = [...corrections.value, correction];
      return change(async () => keepCorrection(await database(), correction));
    },
    endCorrection: (proposal) => {
      forgetCorrection(proposal);
      return change(async () => clearCorrection(await database(), judge, proposal));
    },
    resolve: (conflict, choice) =>
      change(async () => {
        const identity = { id: newOperationId(), madeAt: Date.now() };
        await resolveConflict(await database(), judge, conflict, choice, identity);
      }),
    dismiss: (proposal) => change(async () => dismissReturned(await database(), judge, proposal)),
    refresh,
  };
}
