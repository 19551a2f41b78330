import type { ApplicantProfile } from '../contract/applicants.ts';
import type { checkKinds, recusalGrounds } from '../contract/judges.ts';
import type { Settings } from '../contract/settings.ts';

type Communities = Settings['communities'];
type Host = ApplicantProfile['host'];
type Ground = (typeof recusalGrounds)[number];

/** What is on file of a judge; a member left out or empty was not given, so nothing follows from it. */
export interface JudgeOrigin {
  readonly judge: string;
  /** The community the judge speaks for. */
  readonly community: string | null;
  readonly name?: string;
  readonly unit?: string;
  readonly phone?: string;
  /** Applicants the judge has mentored, by id. */
  readonly mentored?: readonly string[];
}

/** What is on file of a project and its applicant. */
export interface ProposalOrigin {
  readonly proposal: string;
  readonly community: string | null;
  readonly host: Host;
  readonly applicant?: string;
  readonly applicantName?: string;
  readonly leader?: string;
  readonly phone?: string;
}

export type CheckKind = (typeof checkKinds)[number];

/**
 * `conflict`: the judge must recuse. `question`: it may be one, somebody has to ask. `clear`: compared, nothing found.
 * `unknown`: not compared, since one side is not on file.
 */
export interface ConflictCheck {
  readonly kind: CheckKind;
  readonly outcome: 'conflict' | 'question' | 'clear' | 'unknown';
  readonly ground: Ground;
}

/** Shorter names are parts of too many others to ask about. */
const TELLING = 4;

/**
 * The community whose residents' committee a host organization is; null for any other host. A committee bears its
 * community's name (`东桥社区居民委员会`); where one name is part of another the longer one is meant.
 */
export function communityOfHost(host: Host, communities: Communities): string | null {
  if (host?.kind !== 'residents_committee') return null;
  const named = communities
    .filter((community) => community.level === 'community' && host.name.includes(community.name))
    .sort((a, b) => b.name.length - a.name.length);
  return named[0]?.id ?? null;
}

/**
 * Holds what is on file of a judge against a project (practice §5): landing community, office in the host or the
 * applicant, mentoring, the same person or telephone. One answer for each kind, so that it can be said why none was
 * found. A name of a unit that only contains the other, the same name and the same telephone are questions, not facts.
 */
export function conflictChecks(
  judge: JudgeOrigin,
  project: ProposalOrigin,
  communities: Communities,
): ConflictCheck[] {
  const hostCommunity = communityOfHost(project.host, communities);
  const unit = judge.unit ?? '';
  return [
    {
      kind: 'community',
      ground: 'landing_community',
      outcome: found(
        judge.community !== null,
        project.community !== null && project.community === judge.community,
      ),
    },
    {
      kind: 'host_office',
      ground: 'host_organization_office',
      outcome:
        judge.community !== null && hostCommunity === judge.community
          ? 'conflict'
          : sameUnit(unit, project.host?.name ?? '', judge.community !== null),
    },
    { kind: 'employment', ground: 'employment', outcome: sameUnit(unit, project.applicantName ?? '', false) },
    {
      kind: 'mentored',
      ground: 'mentored_project',
      outcome: found(
        judge.mentored !== undefined && project.applicant !== undefined,
        judge.mentored?.includes(project.applicant ?? '') ?? false,
      ),
    },
    { kind: 'person', ground: 'employment', outcome: asked(plain(judge.name), plain(project.leader)) },
    { kind: 'phone', ground: 'employment', outcome: asked(plain(judge.phone), plain(project.phone)) },
  ];
}

const found = (isOnFile: boolean, isSame: boolean): ConflictCheck['outcome'] =>
  isSame ? 'conflict' : isOnFile ? 'clear' : 'unknown';

const asked = (one: string, two: string): ConflictCheck['outcome'] =>
  one === '' || two === '' ? 'unknown' : one === two ? 'question' : 'clear';

/** The same unit is a fact; one name inside the other may be a branch, a superior or mere chance. */
function sameUnit(unit: string, other: string, isKnownOtherwise: boolean): ConflictCheck['outcome'] {
  const [one, two] = [plain(unit), plain(other)];
  if (one === '' || two === '') return two === '' || isKnownOtherwise ? 'clear' : 'unknown';
  if (one === two) return 'conflict';
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  return short.length >= TELLING && long.includes(short) ? 'question' : 'clear';
}

/** Without blanks, brackets and width: 示例县（民政局） and 示例县民政局 are one. */
const plain = (text = ''): string => text.normalize('NFKC').replace(/[\s()\-·•]/g, '');
