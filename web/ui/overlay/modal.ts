import { nextTick, onScopeDispose, watch, type Ref } from 'vue';

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

function focusable(box: HTMLElement): HTMLElement[] {
  return Array.from(box.querySelectorAll<HTMLElement>(FOCUSABLE));
}

/** Keeps Tab inside the box: from the last control to the first and back. */
export function keepTabInside(box: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const controls = focusable(box);
  const first = controls[0];
  const last = controls[controls.length - 1];
  if (!first || !last) {
    event.preventDefault();
    box.focus();
    return;
  }
  const at = document.activeElement;
  const leaving = event.shiftKey ? at === first || at === box : at === last;
  if (!leaving && box.contains(at)) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}

/**
 * Moves the focus into a box while it is open and gives it back to where it was when it closes.
 * The box itself takes it (`tabindex="-1"`), so its name is read first.
 */
export function useBorrowedFocus(open: () => boolean, box: Readonly<Ref<HTMLElement | null>>): void {
  let lender: Element | null = null;
  const giveBack = () => {
    if (lender instanceof HTMLElement && lender.isConnected) lender.focus();
    lender = null;
  };
  watch(
    open,
    async (isOpen, wasOpen) => {
      if (isOpen) {
        lender = document.activeElement;
        await nextTick();
        box.value?.focus();
      } else if (wasOpen) {
        await nextTick();
        giveBack();
      }
    },
    { immediate: true },
  );
  onScopeDispose(giveBack);
}
