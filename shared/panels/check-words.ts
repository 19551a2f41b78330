import type { Settings } from '../contract/settings.ts';
import type { ConflictCheck, JudgeOrigin, ProposalOrigin } from './conflict-checks.ts';

/** What was compared with what and what came of it, in a sentence; no telephone is written out. */
export function checkWords(
  { kind, outcome }: ConflictCheck,
  judge: JudgeOrigin,
  project: ProposalOrigin,
  communities: Settings['communities'],
): string {
  const community = (id: string | null) => communities.find((each) => each.id === id)?.name ?? '';
  const unit = judge.unit ?? '';
  const host = project.host?.name ?? '';
  switch (kind) {
    case 'community': {
      if (outcome === 'unknown') return '这位评委不代表社区。';
      const place =
        project.community === null ? '项目没有写落地社区' : `项目落地${community(project.community)}`;
      return `${place}，评委代表${community(judge.community)}。`;
    }
    case 'host_office':
      if (host === '') return '申报主体没有承接单位。';
      if (outcome === 'unknown') return `评委的单位没有填，没法与承接单位“${host}”核对。`;
      return `承接单位“${host}”，评委${unit === '' ? `代表${community(judge.community)}` : `单位“${unit}”`}。`;
    case 'employment': {
      const name = project.applicantName ?? '';
      if (outcome === 'unknown') return `评委的单位没有填，没法与申报主体“${name}”核对。`;
      return `申报主体“${name}”，评委单位“${unit}”。`;
    }
    case 'mentored':
      if (outcome === 'unknown') return '没有登记这位评委辅导过谁。';
      return outcome === 'conflict' ? '辅导登记里有这个申报主体。' : '辅导登记里没有这个申报主体。';
    case 'person':
      if (outcome === 'unknown') return '申报主体没有填负责人，没法核对姓名。';
      return outcome === 'question'
        ? `申报主体的负责人也叫“${judge.name ?? ''}”，是不是同一个人？`
        : '姓名与申报主体的负责人不同。';
    case 'phone':
      if (outcome === 'unknown') return '有一方没有填电话，没法核对。';
      return outcome === 'question' ? '评委与申报主体留的是同一个电话。' : '电话与申报主体的不同。';
  }
}
