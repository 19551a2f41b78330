/** One appointment; times in milliseconds since 1970. */
export interface Appointment {
  /** The same appointment keeps its id when it moves, so that a calendar moves it too. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly place: string;
  readonly text: string;
}

const LINE = 75;

/**
 * Appointments as an iCalendar file (RFC 5545): times in UTC, lines folded at 75 octets.
 * @param utc milliseconds since 1970 → `2026-10-16T01:33:00.000Z`
 * @param made when the file is made; also its revision, so that a later file replaces an earlier one
 */
export function calendarFile(
  appointments: readonly Appointment[],
  made: number,
  utc: (time: number) => string,
): string {
  const stamp = (time: number) => `${utc(time).slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongping//Defenses//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...appointments.flatMap(({ id, start, end, title, place, text }) => [
      'BEGIN:VEVENT',
      `UID:${id}@gongping`,
      `DTSTAMP:${stamp(made)}`,
      `SEQUENCE:${Math.floor(made / 60_000) % 2_147_483_647}`,
      `DTSTART:${stamp(start)}`,
      `DTEND:${stamp(end)}`,
      `SUMMARY:${escaped(title)}`,
      ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
      ...(text === '' ? [] : [`DESCRIPTION:${escaped(text)}`]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

/** Breaks a line at 75 octets of UTF-8, never inside a character. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
