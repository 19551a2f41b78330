import { computed, inject, provide, reactive, ref, shallowRef, toRaw } from 'vue';
import type { InjectionKey } from 'vue';
import { competitions } from '../../../shared/contract/competitions.ts';
import type { Competition } from '../../../shared/contract/competitions.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { call } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { useCompetition } from '../../stores/competition.ts';
import { useSession } from '../../stores/session.ts';
import type { SettingsTab } from './hints/hint.ts';
import { settingsHints } from './hints/settings-hints.ts';

/** What may still be corrected once the call is published; everything else stays frozen. */
const correctable: readonly SettingsTab[] = ['rubric', 'rules'];

const copy = (settings: Settings): Settings => JSON.parse(JSON.stringify(toRaw(settings))) as Settings;

function makeDraft(start: Competition) {
  const store = useCompetition();
  const session = useSession();
  const base = shallowRef(start);
  const box = reactive({ settings: copy(start.settings) });
  /** The server's version after a save that came too late. */
  const conflict = shallowRef<Competition | null>(null);
  const savedAt = ref<number | null>(null);
  /** Input that no value can be made of, by field id: it holds the save back. */
  const unreadable = reactive(new Map<string, string>());

  /** The published rubric and rules are being corrected; nothing is stored before it has been previewed. */
  const correcting = ref(false);

  /** Frozen since the call was published, or this person may only read. */
  const readOnly = computed(
    () => base.value.stage !== 'draft' || !session.may(base.value.id, competitions.saveSettings),
  );
  const dirty = computed(() => JSON.stringify(box.settings) !== JSON.stringify(base.value.settings));
  const hints = computed(() => settingsHints(box.settings));

  function takeOver(competition: Competition): void {
    base.value = competition;
    box.settings = copy(competition.settings);
    conflict.value = null;
    unreadable.clear();
    store.accept(competition);
  }

  const save = useAction(async () => {
    try {
      const params = { competition: base.value.id };
      const body = { base: base.value.revision, settings: copy(box.settings) };
      takeOver(await call(competitions.saveSettings, { params, body }));
      savedAt.value = Date.now();
    } catch (error) {
      if (!(error instanceof ContractError) || error.code !== 'stale_revision') throw error;
      conflict.value = error.current as Competition;
    }
  });

  /** Answers a conflict: their version, or mine on top of theirs at the next save. */
  function settle(keepMine: boolean): void {
    const theirs = conflict.value;
    if (theirs === null) return;
    if (!keepMine) takeOver(theirs);
    base.value = theirs;
    conflict.value = null;
  }

  const discard = () => takeOver(base.value);

  function endCorrection(): void {
    correcting.value = false;
    discard();
  }

  return {
    box,
    base,
    readOnly,
    correcting,
    dirty,
    hints,
    conflict,
    savedAt,
    unreadable,
    save,
    settle,
    discard,
    endCorrection,
    takeOver,
  };
}

export type SettingsDraft = ReturnType<typeof makeDraft>;

const key: InjectionKey<SettingsDraft> = Symbol('settings draft');

/** Starts the draft of the page; its tabs reach it with `useSettingsDraft`. */
export function provideSettingsDraft(start: Competition): SettingsDraft {
  const draft = makeDraft(start);
  provide(key, draft);
  return draft;
}

/** The draft as one tab has it: of a published competition only what is being corrected can be written. */
export function provideDraftForTab(tab: SettingsTab): void {
  const draft = useSettingsDraft();
  const readOnly = computed(
    () => draft.readOnly.value && !(draft.correcting.value && correctable.includes(tab)),
  );
  provide(key, { ...draft, readOnly });
}

/** The draft of the page around. */
export function useSettingsDraft(): SettingsDraft {
  const draft = inject(key);
  if (draft === undefined) throw new Error('no settings draft around this component');
  return draft;
}
