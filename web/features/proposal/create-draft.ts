import { computed, onScopeDispose, shallowRef } from 'vue';
import { applicants } from '../../../shared/contract/applicants.ts';
import type { Applicant } from '../../../shared/contract/applicants.ts';
import type { Competition } from '../../../shared/contract/competitions.ts';
import { proposals } from '../../../shared/contract/proposals.ts';
import type { Proposal } from '../../../shared/contract/proposals.ts';
import { sections } from '../../../shared/proposals/completeness.ts';
import { keepClosed } from '../../../shared/proposals/correction.ts';
import { editing } from '../../../shared/proposals/editing.ts';
import { allMembers } from '../../../shared/proposals/section.ts';
import { call } from '../../api/client.ts';
import type { ProposalDraft } from './draft-context.ts';
import { DraftSaver } from './draft-saver.ts';
import { useServerNow } from './server-now.ts';

/** What a proposal's pages start from. */
export async function loadForDraft(
  competition: string,
  proposal: string,
): Promise<{ proposal: Proposal; applicant: Applicant }> {
  const params = { competition, proposal };
  const [loaded, applicant] = await Promise.all([
    call(proposals.get, { params, query: {} }),
    call(applicants.mine, { params: { competition } }),
  ]);
  return { proposal: loaded, applicant };
}

/** Takes a loaded proposal in hand: from here on what is typed is kept, and sent when there is a way. */
export function createDraft(
  competition: Competition,
  loaded: { proposal: Proposal; applicant: Applicant },
): ProposalDraft {
  const params = { competition: competition.id, proposal: loaded.proposal.id };
  const proposal = shallowRef(loaded.proposal);
  const applicant = shallowRef(loaded.applicant);
  const content = shallowRef(loaded.proposal.content);
  const now = useServerNow(competition.serverTime);

  const saver = new DraftSaver({
    proposal: loaded.proposal,
    save: async (base, sent) => {
      const saved = await call(proposals.save, { params, body: { base, content: sent } });
      proposal.value = { ...proposal.value, ...saved, content: sent };
      return saved;
    },
    show: (next) => (view.value = next),
    fit: (kept) => {
      const state = editing(proposal.value, competition.settings.timeline, now.value);
      return state.open === 'flagged' ? keepClosed(proposal.value.content, kept, state.opened) : kept;
    },
    replace: (merged) => (content.value = merged),
  });
  const view = shallowRef(saver.view);
  void saver.takeUp();

  const flushOnHide = () => {
    if (document.visibilityState === 'hidden') void saver.flush();
  };
  const retry = () => void saver.flush();
  document.addEventListener('visibilitychange', flushOnHide);
  window.addEventListener('online', retry);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', flushOnHide);
    window.removeEventListener('online', retry);
    void saver.flush();
    saver.end();
  });

  const open = computed(() => editing(proposal.value, competition.settings.timeline, now.value));
  return {
    competition,
    proposal,
    applicant,
    content,
    view,
    now,
    editing: open,
    sections: computed(() =>
      sections(
        content.value,
        applicant.value.profile,
        proposal.value.attachments,
        competition.settings,
        view.value.waiting.length > 0 ? Number.POSITIVE_INFINITY : proposal.value.savedAt,
      ),
    ),
    closed: computed(() => {
      const state = open.value;
      if (state.open === 'all') return [];
      return allMembers.filter((name) => state.open === 'nothing' || !state.opened.members.has(name));
    }),
    edit: (next) => {
      content.value = next;
      void saver.edit(next);
    },
    settle: (takeTheirs) => saver.settle(takeTheirs),
    flush: () => saver.flush(),
    base: () => saver.base,
    takeOver: async (theirs) => {
      proposal.value = theirs;
      await saver.takeOver(theirs);
    },
    reload: async () => {
      const fresh = await loadForDraft(competition.id, params.proposal);
      applicant.value = fresh.applicant;
      proposal.value = fresh.proposal;
      await saver.takeOver(fresh.proposal);
    },
  };
}
