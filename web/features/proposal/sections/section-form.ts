import { computed } from 'vue';
import type { Ref, WritableComputedRef } from 'vue';
import type { FieldFault } from '../../../../shared/contract/errors.ts';
import type { ProposalContent } from '../../../../shared/contract/proposals.ts';
import type { Member } from '../../../../shared/proposals/section.ts';

/** What every form of a task takes beside its `content` model. */
export interface SectionProps {
  /** Shown at their fields; the id of a field is the path of its fault (`goals[2].number`). */
  faults?: readonly FieldFault[] | undefined;
  /** True closes the whole form, a list the members it names. */
  readonly?: boolean | readonly Member[] | undefined;
}

export interface SectionForm {
  /** One member as a model; writing it replaces the content as a whole. */
  member<Name extends Member>(name: Name): WritableComputedRef<ProposalContent[Name]>;
  isClosed(name: Member): boolean;
  /** What is wrong at a path, for the field that shows it. */
  fault(path: string): string | undefined;
}

export function useSectionForm(content: Ref<ProposalContent>, props: SectionProps): SectionForm {
  return {
    member: (name) =>
      computed({
        get: () => content.value[name],
        set: (value) => (content.value = { ...content.value, [name]: value }),
      }),
    isClosed: (name) =>
      typeof props.readonly === 'object' ? props.readonly.includes(name) : props.readonly === true,
    fault: (path) => props.faults?.find((one) => one.path === path)?.message,
  };
}
