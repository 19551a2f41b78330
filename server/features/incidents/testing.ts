import { contract } from '../../../shared/contract/index.ts';
import type { ErrorReply, Marks } from '../../../shared/contract/common.ts';
import type { incidents } from '../../../shared/contract/incidents.ts';
import type { Sheet } from '../../../shared/contract/judging.ts';
import type { Body, Reply, Route } from '../../../shared/contract/route.ts';
import { operation } from '../../testing.ts';
import type { TestBrowser } from '../../testing.ts';
import { fullMarks } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';

/** For tests: the second person of a hall, here the sponsor. */
export interface SecondPerson {
  approver: string;
  secret: string;
}

/** Gives the sponsor of the hall an own secret. */
export async function secondPerson({ as }: Hall): Promise<SecondPerson> {
  const secret = '135790';
  await as.sponsor.call(contract.session.setApprovalSecret, {
    body: { password: 'a long password', secret },
  });
  const { account } = await as.sponsor.call(contract.session.current);
  return { approver: account?.id ?? '', secret };
}

const place = (day: Hall, judge: Seated, order: number) => ({
  ...day.params,
  judge: judge.id,
  proposal: day.projects[order - 1] ?? '',
});

/** A judge's own sheet, as the tablet is told. */
export async function sheetOf(day: Hall, judge: Seated, order: number): Promise<Sheet> {
  const { params } = { params: place(day, judge, order) };
  const { sheets } = await judge.tablet.call(contract.judging.book, { params });
  const sheet = sheets.find(({ proposal }) => proposal === params.proposal);
  if (!sheet) throw new Error(`no sheet for ${order}`);
  return sheet;
}

/** Submits on top of what the tablet was told last. */
export async function submit(
  day: Hall,
  judge: Seated,
  order: number,
  marks: Marks = fullMarks,
): Promise<Sheet> {
  const { revision } = await sheetOf(day, judge, order);
  return judge.tablet.call(contract.judging.submit, {
    params: place(day, judge, order),
    body: { operation: operation(), base: revision, marks, comment: '' },
  });
}

export const submission = (
  day: Hall,
  judge: Seated,
  order: number,
  base: number,
  marks: Marks = fullMarks,
) => ({
  params: place(day, judge, order),
  body: { operation: operation(), base, marks, comment: '' },
});

/** Every judge submits for these projects, which are called one after the other. */
export async function scoreAll(day: Hall, orders: readonly number[]): Promise<void> {
  for (const order of orders) {
    await day.call(order);
    for (const judge of day.judges) await submit(day, judge, order);
  }
}

export async function lock(day: Hall, session: string): Promise<void> {
  await day.as.tally_clerk.call(contract.stage.lock, {
    params: { ...day.params, session },
    body: { operation: operation() },
  });
}

type Done = Reply<typeof incidents.returnSheet>;
type Previewed = Reply<typeof incidents.previewReturn>;

/** Previews an act of two people and then carries it out, with or without the second. */
export async function carryOut<Change>(
  day: Hall,
  by: TestBrowser,
  [preview, act]: readonly [Route, Route],
  change: Change,
  approval: SecondPerson | null,
): Promise<{ previewed: Previewed; done: Done }> {
  const { params } = day;
  const asked = await by.send(preview, { params, body: { change } });
  if (asked.status !== 200) throw new Error(`preview: ${asked.status} ${asked.text}`);
  const previewed = asked.body as Previewed;
  const answered = await by.send(act, {
    params,
    body: { operation: operation(), change, preview: previewed.preview, approval },
  });
  if (answered.status !== 200) throw new Error(`act: ${answered.status} ${answered.text}`);
  return { previewed, done: answered.body as Done };
}

/** The error of a preview that must be refused. */
export const failPreview = (day: Hall, by: TestBrowser, preview: Route, change: unknown) =>
  by.send(preview, { params: day.params, body: { change } }).then(({ status, body }) => {
    if (status < 400) throw new Error(`${status} was not expected`);
    return body as ErrorReply;
  });

export const returnSheet = (
  day: Hall,
  by: TestBrowser,
  change: Body<typeof incidents.previewReturn>['change'],
  approval: SecondPerson | null,
) => carryOut(day, by, [contract.incidents.previewReturn, contract.incidents.returnSheet], change, approval);

export const recordAbsence = (
  day: Hall,
  by: TestBrowser,
  change: Body<typeof incidents.previewAbsence>['change'],
  approval: SecondPerson | null,
) =>
  carryOut(day, by, [contract.incidents.previewAbsence, contract.incidents.recordAbsence], change, approval);
