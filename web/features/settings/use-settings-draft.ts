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
import { settingsHints } from './hints/settings-hints.ts';

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

  return {
    box,
    base,
    readOnly,
    dirty,
    hints,
    conflict,
    savedAt,
    unreadable,
    save,
    settle,
    discard,
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

/** The draft of the page around. */
export function useSettingsDraft(): SettingsDraft {
  const draft = inject(key);
  if (draft === undefined) throw new Error('no settings draft around this component');
  return draft;
}
