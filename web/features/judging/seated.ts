/**
 * Which judge sits at this page: told apart by the code, kept for the tab so that a reload goes on where it was,
 * and forgotten when the tablet is handed on. Drafts are not touched by it.
 */
const key = 'gongping.seated';

export function seatedJudge(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return memory;
  }
}

export function sitDown(judge: string): void {
  memory = judge;
  try {
    sessionStorage.setItem(key, judge);
  } catch {
    // No storage: it holds until the page is left.
  }
}

export function standUp(): void {
  memory = null;
  try {
    sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}

let memory: string | null = null;
