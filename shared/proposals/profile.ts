import type { ApplicantProfile } from '../contract/applicants.ts';
import type { Settings } from '../contract/settings.ts';
import { creditCodeFault } from './credit-code.ts';
import type { Fault } from './fault.ts';
import { isBlank, missing, required, wrong } from './fault.ts';

/**
 * Faults with which a profile is not stored at all: no consent, a group without a host, a credit code of the wrong
 * form, or one that fails its checksum and says no reason. Paths start with `profile.`.
 */
export function profileRefusals(profile: ApplicantProfile): Fault[] {
  const { kind, consent, creditCode, host } = profile;
  return [
    ...(consent ? [] : wrong('profile.consent', '请先同意个人信息处理说明，再填写')),
    ...(kind === 'group' && host === null
      ? wrong('profile.host', '没有登记的团队要有承接单位，请填写承接单位；不知道找谁，请打电话问承办方')
      : []),
    ...codeFaults('profile.creditCode', creditCode ?? '', profile.creditCodeReason),
    ...codeFaults('profile.host.creditCode', host?.creditCode ?? '', profile.creditCodeReason),
  ];
}

function codeFaults(path: string, code: string, reason: string): Fault[] {
  const fault = code === '' ? null : creditCodeFault(code);
  if (fault === null || (fault.kind === 'checksum' && !isBlank(reason))) return [];
  return wrong(path, fault.message);
}

/** Everything that keeps the applicant's part of 基本信息 from being complete, refusals included. */
export function profileFaults(profile: ApplicantProfile | null, settings: Settings): Fault[] {
  if (profile === null) return missing('profile', '请先填写申报主体的资料');
  const { kind, host } = profile;
  return [
    ...profileRefusals(profile),
    ...required('profile.name', profile.name, '请填写申报主体名称'),
    ...required('profile.form', profile.form, '请选择申报主体的类型'),
    ...required('profile.leader', profile.leader, '请填写负责人'),
    ...(profile.members > 0 ? [] : missing('profile.members', '请填写有多少人')),
    ...required('profile.profile', profile.profile, '请用几句话介绍你们是谁、平时做什么'),
    ...(kind === 'organization'
      ? required('profile.creditCode', profile.creditCode ?? '', '请填写统一社会信用代码')
      : [
          ...communityFaults(profile.community, settings),
          ...required('profile.host.name', host?.name ?? '', '请填写承接单位名称'),
          ...required('profile.host.creditCode', host?.creditCode ?? '', '请填写承接单位的统一社会信用代码'),
        ]),
  ];
}

function communityFaults(community: string | null, { communities }: Settings): Fault[] {
  if (community === null) return missing('profile.community', '请选择团队所在的社区');
  return communities.some(({ id }) => id === community)
    ? []
    : wrong('profile.community', '这个社区不在本次大赛的名单里，请重新选择');
}
