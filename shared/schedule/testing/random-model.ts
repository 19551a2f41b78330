import fc from 'fast-check';
import type { Opening, ScheduleModel } from '../model.ts';

const days = [
  { id: 'd1', name: 'd1', slots: 3 },
  { id: 'd2', name: '第二天', slots: 2 },
];

const opening = fc.option(
  fc.tuple(fc.subarray([1, 2, 3]), fc.subarray([1, 2])).map(([one, two]): Opening => [
    { day: 'd1', slots: one },
    { day: 'd2', slots: two },
  ]),
  { nil: null, freq: 2 },
);

const rooms = fc
  .array(opening, { minLength: 1, maxLength: 2 })
  .map((list) => list.map((open, index) => ({ id: `r${index + 1}`, name: `r${index + 1}`, open })));

const judges = fc
  .array(
    fc.record({ max: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null, freq: 2 }), open: opening }),
    {
      minLength: 2,
      maxLength: 3,
    },
  )
  .map((list) => list.map((judge, index) => ({ id: `j${index + 1}`, name: `j${index + 1}`, ...judge })));

const proposals = fc
  .array(
    fc.record({
      applicant: fc.option(fc.constantFrom('a', 'b'), { nil: null }),
      duration: fc.constantFrom(1, 1, 2),
      roles: fc
        .array(fc.subarray(['j1', 'j2']), { minLength: 1, maxLength: 2 })
        .map((list) => list.map((eligible, index) => ({ role: `role${index + 1}`, eligible }))),
      open: opening,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) =>
    list.map((proposal, index) => ({ id: `p${index + 1}`, name: `p${index + 1}`, ...proposal })),
  );

const gap = fc.record({
  room: fc.constantFrom(0, 0, 1),
  judge: fc.constantFrom(0, 0, 1),
  applicant: fc.constantFrom(0, 1),
});

/** Small enough to try every plan, often too tight to place everything. */
export const smallModels: fc.Arbitrary<ScheduleModel> = fc
  .record({ days: fc.constant(days), rooms, judges, proposals, gap, drawn: fc.boolean() })
  .chain(({ drawn, ...model }) =>
    fc
      .shuffledSubarray(
        model.proposals.map(({ id }) => id),
        { minLength: model.proposals.length },
      )
      .map((lot): ScheduleModel => ({ ...model, lot: drawn ? lot : null })),
  );
