import type { recusalGrounds } from '../contract/judges.ts';

/** What a judge undertakes before the day (承诺书), on the tablet or on paper; the ledger holds its hash. */
export const undertakingLines = [
  '按公布的评分标准独立打分，不受他人影响，也不替他人打分。',
  '与申报主体或承接单位有任职、受雇、亲属、投资合作关系，或者本人辅导过该项目、项目落在本人所在社区的，主动申请回避。',
  '锁定以前不打听、不透露任何人的分数；公示以前不对外透露评审情况。',
  '不接受申报主体的宴请、礼品、礼金和其他好处。',
  '申报书只用于本次评审，不复制、不外传，其中的个人信息严格保密。',
] as const;

/** The text as one string: its SHA-256 stands in the ledger entry of who has undertaken it. */
export const undertakingText = undertakingLines.join('\n');

type Ground = (typeof recusalGrounds)[number];

/** Grounds a judge can declare, those that oblige to recuse first. */
export const mustGrounds = [
  'host_organization_office',
  'employment',
  'relative',
  'cooperation',
  'mentored_project',
  'landing_community',
] as const satisfies readonly Ground[];

/** Grounds to be disclosed: printed, and the judge scores all the same. */
export const discloseGrounds = [
  'colleague_mentored',
  'general_training',
] as const satisfies readonly Ground[];
