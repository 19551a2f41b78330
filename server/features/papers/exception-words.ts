import type { recusalGrounds } from '../../../shared/contract/judges.ts';

/** Why a judge is off a project, as the undertaking says it (practice.md §5). */
export const groundWords: Readonly<Record<(typeof recusalGrounds)[number], string>> = {
  landing_community: '项目落地评委所在社区',
  host_organization_office: '在申报主体或其承接单位任职',
  employment: '近三年受雇于申报主体或其承接单位',
  relative: '亲属关系',
  cooperation: '出资或合作关系',
  mentored_project: '本人辅导过该项目',
  colleague_mentored: '同事辅导过该项目',
  general_training: '只参加过面向全体的培训',
  other: '其他',
};

export const sourceWords: Readonly<Record<string, string>> = {
  computed: '系统核对',
  declared: '本人申报',
  mentoring_record: '辅导记录',
  organizer: '工作人员登记',
};
