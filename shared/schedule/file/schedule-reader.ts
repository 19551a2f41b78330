import type { JsonObject, Reader, Shape } from '../../scoring/scorebook/reader.ts';
import type { Opening, OpenSlots, ScheduleDay, ScheduleRole } from '../model.ts';

const OPEN: Shape = { day: 'required', slots: 'required' };
const ROLE: Shape = { role: 'required', eligible: 'required' };

const WHOLE = /^-?\d{1,15}(?:\.0*)?$/;

/** What things are called in a fault: Chinese, English. */
type Kind = readonly [string, string];

/** Reads the parts that `schedule/1` repeats; every fault goes to the reader. */
export class ScheduleReader {
  private readonly reader: Reader;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  /** A whole number as a JSON number or a decimal string; null where absent or faulty. */
  integer(value: unknown, path: string, min: number, max: number): number | null {
    const plain = typeof value === 'string' && WHOLE.test(value) ? Number(value) : value;
    return this.reader.integer(plain, path, min, max);
  }

  named(item: JsonObject, path: string): { id: string; name: string } {
    const id = typeof item.id === 'string' ? item.id : '';
    return { id, name: this.reader.text(item.name, `${path}.name`) ?? id };
  }

  /** Left out: always. A day that is not named: never on that day. */
  opening(value: unknown, path: string, days: ReadonlyMap<string, ScheduleDay>): Opening {
    if (value === undefined) return null;
    const once = this.distinct();
    return this.reader.list(value, path, (item, here): OpenSlots | null => {
      const object = this.reader.record(item, here, OPEN);
      if (object === null) return null;
      const day = this.known(object.day, `${here}.day`, days, ['日期', 'day']);
      if (day !== null) once(day, here);
      const most = days.get(day ?? '')?.slots ?? Number.MAX_SAFE_INTEGER;
      return { day: day ?? '', slots: this.slots(object.slots, `${here}.slots`, most) };
    });
  }

  private slots(value: unknown, path: string, most: number): number[] {
    const once = this.distinct();
    return this.reader.list(value, path, (item, here) => {
      const slot = this.integer(item, here, 1, most);
      return slot === null || once(String(slot), here) ? slot : null;
    });
  }

  roles(value: unknown, path: string, judges: ReadonlyMap<string, unknown>): ScheduleRole[] {
    const once = this.distinct();
    return this.reader.list(value, path, (item, here): ScheduleRole | null => {
      const object = this.reader.record(item, here, ROLE);
      if (object === null) return null;
      const role = this.reader.text(object.role, `${here}.role`);
      if (role !== null) once(role, `${here}.role`);
      const eligible = this.ids(object.eligible, `${here}.eligible`, judges, ['评委', 'judge']);
      return { role: role ?? '', eligible };
    });
  }

  /** A list of ids that exist, none twice. */
  ids(value: unknown, path: string, known: ReadonlyMap<string, unknown>, kind: Kind): string[] {
    const once = this.distinct();
    return this.reader.list(value, path, (item, here) => {
      const id = this.known(item, here, known, kind);
      return id === null || once(id, here) ? id : null;
    });
  }

  private known(
    value: unknown,
    path: string,
    known: ReadonlyMap<string, unknown>,
    [kind, kind_en]: Kind,
  ): string | null {
    if (value === undefined) return null;
    const id = this.reader.text(value, path);
    if (id === null || known.has(id)) return id;
    return this.reader.report(path, 'unknown_reference', { id, kind, kind_en });
  }

  /** Reports a value that was seen before; answers whether it is new. */
  private distinct(): (value: string, path: string) => boolean {
    const first = new Map<string, string>();
    return (value, path) => {
      const earlier = first.get(value);
      if (earlier === undefined) first.set(value, path);
      else this.reader.report(path, 'duplicate', { first: earlier });
      return earlier === undefined;
    };
  }
}
