import type { ProposalContent } from '../../../shared/contract/proposals.ts';
import { lineSubtotal } from '../../../shared/proposals/budget.ts';
import { emptyContent } from '../../../shared/proposals/empty-content.ts';
import { sectionIds, sectionMembers } from '../../../shared/proposals/section.ts';
import type { Member, SectionId } from '../../../shared/proposals/section.ts';
import { formatYuan } from '../../../shared/units.ts';
import { t } from '../../locales/index.ts';
import { describeSection } from '../proposal-review/describe.ts';
import { useProposalDraft } from './draft-context.ts';

const sectionOf = (name: Member): SectionId =>
  sectionIds.find((id) => sectionMembers[id].includes(name)) ?? 'basics';

/** The text of one member as lines to read, blank ones left out; one line that says so where nothing is written. */
export function useMemberText(): (name: Member, content: ProposalContent) => string[] {
  const { settings } = useProposalDraft().competition;
  return (name, content) => {
    const alone = { ...emptyContent(''), [name]: content[name] };
    const lines =
      name === 'budget'
        ? content.budget.map(
            (line) =>
              `${line.item} · ${line.source} · ${t('applicant.budget.yuan', { amount: formatYuan(lineSubtotal(line)) })}`,
          )
        : describeSection(sectionOf(name), alone, settings).map(({ text }) => text);
    // A member alone leaves the counts beside it at 0, which nobody has said.
    const said = lines.filter((text) => text !== '' && !(text === '0' && sectionOf(name) === 'team'));
    return said.length > 0 ? said : [t('applicant.form.nothing')];
  };
}
