/** What was typed for one project; empty while nothing was. */
export interface TypedNumber {
  proposal: string;
  text: string;
}

export interface OrderFault {
  proposal: string;
  /** Locale key below `organizer.order.fault`. */
  key: 'missing' | 'unreadable' | 'out_of_range' | 'repeated';
  values: Readonly<Record<string, string | number>>;
}

const numberOf = (text: string): number | null => {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : null;
};

/** What is wrong with the numbers copied from the 抽签登记表: each of 1…n must stand exactly once. */
export function orderFaults(typed: readonly TypedNumber[]): OrderFault[] {
  const count = typed.length;
  const numbers = typed.map(({ text }) => numberOf(text));
  return typed.flatMap(({ proposal, text }, index): OrderFault[] => {
    const number = numbers[index] ?? null;
    if (text.trim() === '') return [{ proposal, key: 'missing', values: {} }];
    if (number === null) return [{ proposal, key: 'unreadable', values: { text } }];
    if (number < 1 || number > count) return [{ proposal, key: 'out_of_range', values: { number, count } }];
    if (numbers.indexOf(number) !== index) return [{ proposal, key: 'repeated', values: { number } }];
    return [];
  });
}

/** Numbers of 1…n that nobody has yet. */
export function unusedNumbers(typed: readonly TypedNumber[]): number[] {
  const used = new Set(typed.map(({ text }) => numberOf(text)));
  return typed.map((_, index) => index + 1).filter((number) => !used.has(number));
}

/** The typed numbers as they are sent; call it once there are no faults. */
export function drawsOf(typed: readonly TypedNumber[]): { proposal: string; order: number }[] {
  return typed.map(({ proposal, text }) => ({ proposal, order: numberOf(text) ?? 0 }));
}
