import { inject, provide } from 'vue';
import type { ComputedRef, InjectionKey, Ref, ShallowRef } from 'vue';
import type { Applicant } from '../../../shared/contract/applicants.ts';
import type { Competition } from '../../../shared/contract/competitions.ts';
import type { Proposal, ProposalContent } from '../../../shared/contract/proposals.ts';
import type { Section } from '../../../shared/proposals/completeness.ts';
import type { Editing } from '../../../shared/proposals/editing.ts';
import type { Member } from '../../../shared/proposals/section.ts';
import type { SaverView } from './draft-saver.ts';

/** One proposal in hand: every page of it reads and writes here. */
export interface ProposalDraft {
  competition: Competition;
  /** As last heard from the server, papers included; the text in hand is `content`. */
  proposal: ShallowRef<Proposal>;
  applicant: ShallowRef<Applicant>;
  content: ShallowRef<ProposalContent>;
  view: ShallowRef<SaverView>;
  sections: ComputedRef<Section[]>;
  editing: ComputedRef<Editing>;
  /** Members nothing may be changed in now. */
  closed: ComputedRef<Member[]>;
  /** ms, the server's clock. */
  now: Readonly<Ref<number>>;
  edit(content: ProposalContent): void;
  settle(takeTheirs: readonly Member[]): Promise<void>;
  /** Sends what waits; true when the server has all of it. */
  flush(): Promise<boolean>;
  /** Revision of the server that the text in hand is, once flushed. */
  base(): number;
  /** Merges what the server holds now, as after an answer that this one is stale. */
  takeOver(theirs: Proposal): Promise<void>;
  reload(): Promise<void>;
}

const key: InjectionKey<ProposalDraft> = Symbol('proposal draft');

export const provideProposalDraft = (draft: ProposalDraft): void => provide(key, draft);

/** The proposal of the page's layout. */
export function useProposalDraft(): ProposalDraft {
  const draft = inject(key);
  if (!draft) throw new Error('no proposal in hand: the page stands outside its layout');
  return draft;
}
