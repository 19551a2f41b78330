import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeviceModel, ServerModel } from './queue-model.ts';

const proposals = ['p1', 'p2', 'p3'] as const;
const fates = ['arrives', 'request-lost', 'reply-lost', 'reply-late', 'doubled', 'late'] as const;

type Step =
  | { do: 'edit' | 'submit'; proposal: string; mark: string }
  | { do: 'send'; fate: (typeof fates)[number] }
  | { do: 'late-arrival' | 'late-answer'; index: number }
  | { do: 'elsewhere'; proposal: string; mark: string }
  | { do: 'look' | 'backup' | 'restore' };

const proposal = fc.constantFrom(...proposals);
const mark = fc.integer({ min: 0, max: 20 }).map(String);
const own = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), proposal, mark }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('submit' as const), proposal, mark }) },
);
const network = fc.oneof(
  fc.record({ do: fc.constant('send' as const), fate: fc.constantFrom(...fates) }),
  fc.record({ do: fc.constantFrom('late-arrival' as const, 'late-answer' as const), index: fc.nat(9) }),
);
const elsewhere = fc.record({ do: fc.constant('elsewhere' as const), proposal, mark });
const steps = (...kinds: fc.Arbitrary<Step>[]) => fc.array(fc.oneof(...kinds), { maxLength: 60 });

function run(device: DeviceModel, server: ServerModel, step: Step): void {
  if (step.do === 'edit') device.act('save', step.proposal, step.mark);
  else if (step.do === 'submit') device.act('submit', step.proposal, step.mark);
  else if (step.do === 'send') device.send(step.fate);
  else if (step.do === 'late-arrival') device.lateArrival(step.index);
  else if (step.do === 'late-answer') device.lateAnswer(step.index);
  else if (step.do === 'elsewhere') server.writeElsewhere(step.proposal, step.mark);
  else if (step.do === 'look') device.look();
  else if (step.do === 'backup') server.backUp();
  else server.restore();
}

function play(story: readonly Step[]): { device: DeviceModel; server: ServerModel } {
  const server = new ServerModel();
  const device = new DeviceModel(server);
  for (const step of story) run(device, server, step);
  device.drain();
  return { device, server };
}

describe('the queue of operations', () => {
  it('requests and replies dropped, doubled, late → the server holds exactly the last state of each sheet', () => {
    fc.assert(
      fc.property(steps(own, network), (story) => {
        const { device, server } = play(story);
        expect(device.waiting()).toBe(0);
        expect(server.contents()).toEqual(device.wanted());
        expect(device.acknowledgedIds()).toEqual(server.writtenIds());
        expect(server.submittedIds()).toEqual(device.submittedIds());
      }),
      { numRuns: 1000 },
    );
  });

  it('sheets also written elsewhere → no revision the judge has not seen is ever built over', () => {
    fc.assert(
      fc.property(
        steps(own, network, elsewhere, fc.constant({ do: 'look' as const })),
        fc.constantFrom('mine' as const, 'server' as const),
        (story, choice) => {
          const { device, server } = play(story);
          expect(server.builtOver().filter((revision) => !device.hasSeen(revision))).toEqual([]);
          for (const id of proposals) expect(device.holdsLastActOf(id)).toBe(true);
          // A conflict may show a revision that is itself overtaken; asking again ends, since nobody writes any more.
          const wanted = device.wanted();
          const disputed = device.disputed();
          for (let round = 0; round < 3; round += 1) {
            device.resolveAll(choice);
            device.drain();
          }
          expect(device.waiting()).toBe(0);
          expect(device.disputed()).toEqual([]);
          if (choice === 'mine') for (const id of disputed) expect(server.contents()[id]).toBe(wanted[id]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('server put back to an older copy → everything acknowledged since is sent again and stands as it stood', () => {
    fc.assert(
      fc.property(
        steps(own, network, fc.constant({ do: 'backup' as const }), fc.constant({ do: 'restore' as const })),
        (story) => {
          const { device, server } = play(story);
          expect(device.waiting()).toBe(0);
          expect(server.contents()).toEqual(device.wanted());
          expect(device.disputed()).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
