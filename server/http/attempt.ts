/**
 * Does the work an operation needs before its transaction and keeps a refusal for inside of it: a retried operation
 * must get its first answer, whatever the state is by now.
 * @returns gives the value, or throws what the work threw
 */
export async function attempt<T>(work: () => Promise<T>): Promise<() => T> {
  try {
    const value = await work();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
