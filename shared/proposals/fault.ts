import type { FieldFault } from '../contract/errors.ts';

/** A place that keeps a proposal from being submitted: not filled in yet, or filled in and contradictory. */
export interface Fault extends FieldFault {
  kind: 'missing' | 'wrong';
}

export const missing = (path: string, message: string): Fault[] => [{ kind: 'missing', path, message }];

export const wrong = (path: string, message: string): Fault[] => [{ kind: 'wrong', path, message }];

export const isBlank = (text: string): boolean => text.trim() === '';

/** A missing fault where a text is blank. */
export const required = (path: string, text: string, message: string): Fault[] =>
  isBlank(text) ? missing(path, message) : [];
