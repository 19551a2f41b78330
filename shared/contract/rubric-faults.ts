import { arrangedCriteria, criteriaFor, criteriaUnder } from '../panels/rubric.ts';
import type { FieldFault } from './errors.ts';
import type { Settings } from './settings.ts';

/** What of the settings the rubric's own contradictions depend on. */
type RubricSettings = Pick<Settings, 'rubric' | 'tracks'>;
type Check = (settings: RubricSettings) => FieldFault[];

const fault = (path: string, message: string): FieldFault[] => [{ path, message }];

/** Three levels: group, sub-group, criterion. */
const tree: Check = ({ rubric: { groups = [] } }) =>
  groups.flatMap(({ id, name, parent }, index) => {
    const path = `rubric.groups[${index}]`;
    const outer = groups.find((group) => group.id === parent);
    return [
      ...(groups.findIndex((group) => group.id === id) === index
        ? []
        : fault(`${path}.id`, `评审大类编号重复：${id}`)),
      ...(parent === undefined || (outer !== undefined && outer.id !== id)
        ? []
        : fault(`${path}.parent`, `“${name}”所属的大类已经删去，请重新选`)),
      ...(outer?.parent === undefined
        ? []
        : fault(`${path}.parent`, `“${name}”是第四级，评分标准最多三级：大类、小类、指标`)),
    ];
  });

const members: Check = ({ rubric: { criteria, groups = [] }, tracks }) => [
  ...groups.flatMap(({ id, name }, index) =>
    criteriaUnder(criteria, groups, id).length > 0
      ? []
      : fault(`rubric.groups[${index}]`, `“${name}”下面还没有评审指标，请添加或删去这一类`),
  ),
  ...criteria.flatMap(({ name, group, track }, index) => [
    ...(group === undefined || groups.some(({ id }) => id === group)
      ? []
      : fault(`rubric.criteria[${index}].group`, `“${name}”所属的大类已经删去，请重新选`)),
    ...(track === undefined || tracks.some(({ id }) => id === track)
      ? []
      : fault(`rubric.criteria[${index}].track`, `“${name}”适用的项目类别已经删去，请重新选`)),
  ]),
];

const order: Check = ({ rubric: { criteria, groups = [] } }) =>
  arrangedCriteria(criteria, groups).every((one, index) => one === criteria[index])
    ? []
    : fault('rubric.criteria', '同一类的评审指标要排在一起，并与大类的先后一致');

const everyTrack: Check = ({ rubric: { criteria }, tracks }) =>
  tracks.flatMap(({ id, name }) =>
    criteriaFor(criteria, id).length > 0 ? [] : fault('rubric.criteria', `项目类别“${name}”没有一项评审指标`),
  );

const checks: readonly Check[] = [tree, members, order, everyTrack];

/** Contradictions in the tree of the rubric, each with its path and what to do; marks are the scoring core's matter. */
export const rubricFaults = (settings: RubricSettings): FieldFault[] =>
  checks.flatMap((check) => check(settings));
