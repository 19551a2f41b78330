import type { FieldFault } from '../../../shared/contract/errors.ts';
import { sectionIds, sectionMembers } from '../../../shared/proposals/section.ts';
import type { SectionId } from '../../../shared/proposals/section.ts';

/** The task whose page shows the field of a path; null for what belongs to the profile. */
export function taskOf(path: string): SectionId | null {
  const head = /^[A-Za-z]+/.exec(path)?.[0] ?? '';
  if (head === 'profile') return null;
  if (path === 'attachments.seal_page') return 'seal';
  return (
    sectionIds.find((id) => id === path || sectionMembers[id].some((name) => name === head)) ?? 'attachments'
  );
}

/**
 * Where a fault is mended; the path of a fault is the id of its field.
 * @param apply address of the applicant's home in the competition
 * @param tasks address of the proposal's task list
 * @param from page that the way leads back to
 */
export function faultLink(
  { path }: Pick<FieldFault, 'path'>,
  { apply, tasks }: { apply: string; tasks: string },
  from?: 'check',
) {
  const task = taskOf(path);
  const query = from ? { from } : {};
  if (task === null) return { path: `${apply}/profile`, query: { to: tasks }, hash: `#${path}` };
  return { path: `${tasks}/${task}`, query, hash: path === task ? '' : `#${path}` };
}
