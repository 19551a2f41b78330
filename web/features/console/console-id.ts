import { newOperationId } from '../../api/client.ts';

const key = 'gongping.console';
let memory: string | null = null;

/** Which console this page is; a reload stays the same one, another window is another. */
export function consoleId(): string {
  try {
    memory ??= sessionStorage.getItem(key);
    memory ??= newOperationId();
    sessionStorage.setItem(key, memory);
  } catch {
    // No storage: it holds until the page is left.
    memory ??= newOperationId();
  }
  return memory;
}
