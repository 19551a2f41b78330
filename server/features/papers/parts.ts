import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import type { PaperHead } from './head.ts';

/** Lines to be signed by hand, each with its role. */
export const signLine = (...roles: readonly string[]): Markup =>
  markup`<div class="sign">${roles.map((role) => markup`<span>${role}</span><i></i>`)}</div>`;

/** Small print at the foot of every page: what the paper was made from, and its marks. */
export const footLine = ({ marks }: PaperHead, ...parts: readonly string[]): Markup =>
  markup`<div class="foot">${[...parts, ...marks].map((part) => markup`<span>${part}</span>`)}</div>`;
