import { onScopeDispose } from 'vue';

/** The space bar presses the big button, except where it types, presses something else, or a dialog is open. */
export function useSpaceKey(press: () => void): void {
  function onKey(event: KeyboardEvent): void {
    const { target } = event;
    if (event.code !== 'Space' || event.repeat || !(target instanceof Element)) return;
    if (target.closest('button, a, input, textarea, select') || document.querySelector('[role="dialog"]'))
      return;
    event.preventDefault();
    press();
  }
  document.addEventListener('keydown', onKey);
  onScopeDispose(() => document.removeEventListener('keydown', onKey));
}
