/** Signs on a 24 × 24 field, drawn with a line of 2; `solid` ones are filled. */
interface Icon {
  readonly d: string;
  readonly solid?: true;
}

const drawn = {
  alert: { d: 'M12 4.5L21 20H3zM12 10.5v4.5M12 17.6v.1' },
  back: { d: 'M20 6H10l-6 6 6 6h10zM12 9.5l5 5M17 9.5l-5 5' },
  bar: { d: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 17.5l11-11' },
  check: { d: 'M5 12.5l4.5 4.5L19 7.5' },
  clock: { d: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2' },
  close: { d: 'M6 6l12 12M18 6L6 18' },
  cloud: { d: 'M7.2 18.5h9.6a4 4 0 0 0 .6-7.95 5.6 5.6 0 0 0-10.9-.9A4.45 4.45 0 0 0 7.2 18.5zM4 4l16 16' },
  dot: { d: 'M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12z', solid: true },
  hand: {
    d: 'M8 13V6.5a1.5 1.5 0 0 1 3 0V11M11 10.5V5a1.5 1.5 0 0 1 3 0v5.5M14 10.5v-4a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6c-2.5 0-4-1-5.2-3.2L4.3 15a1.5 1.5 0 0 1 2.5-1.6L8 15',
  },
  info: { d: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 11v5M12 8v.1' },
  left: { d: 'M14.5 5.5L8 12l6.5 6.5' },
  minus: { d: 'M7 12h10' },
  note: { d: 'M6 4h9l4 4v12H6zM9 11h7M9 15h7' },
  pen: { d: 'M4.5 19.5l1-4L16 5l3 3L8.5 18.5z' },
  people: {
    d: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 4.5a3.5 3.5 0 0 1 0 6.5M17.5 14.5c2.2.8 3.5 2.7 3.5 5.5',
  },
  phone: {
    d: 'M6 4h3.5l1.5 4.5-2 1.5a12 12 0 0 0 5 5l1.5-2 4.5 1.5V18a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z',
  },
  play: { d: 'M8 5.5l11 6.5-11 6.5z', solid: true },
  plus: { d: 'M12 5v14M5 12h14' },
  right: { d: 'M9.5 5.5L16 12l-6.5 6.5' },
  screen: { d: 'M3.5 5h17v11h-17zM9 20h6M12 16v4' },
  search: { d: 'M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5' },
  shield: { d: 'M12 3.5l7.5 3v5c0 4.5-3 7.5-7.5 9-4.5-1.5-7.5-4.5-7.5-9v-5zM8.5 12l2.5 2.5 4.5-5' },
  undo: { d: 'M9 14.5L4.5 10 9 5.5M4.5 10H15a4.5 4.5 0 0 1 0 9h-3.5' },
  up: { d: 'M12 19V6M6.5 11L12 5.5l5.5 5.5' },
} satisfies Record<string, Icon>;

/** The name of a sign in the sprite. */
export type IconName = keyof typeof drawn;

/** Every sign by its name. */
export const icons: Readonly<Record<IconName, Icon>> = drawn;
