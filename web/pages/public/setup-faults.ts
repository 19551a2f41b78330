import { limits } from '../../../shared/contract/limits.ts';
import { errorText } from '../../api/error-text.ts';

export interface SetupForm {
  code: string;
  name: string;
  username: string;
  password: string;
  again: string;
}

export interface SetupFault {
  field: keyof SetupForm;
  /** Locale key and what it is filled with. */
  key: string;
  values: Record<string, number>;
}

/** What is wrong before anything is sent, in the order of the form. */
export function setupFaults(form: SetupForm): SetupFault[] {
  const { min } = limits.password;
  const checks: [keyof SetupForm, string, boolean][] = [
    ['code', 'code', form.code.trim() === ''],
    ['name', 'name', form.name.trim() === '' || form.name.trim().length > limits.name],
    ['username', 'username', !/^[0-9A-Za-z._-]{3,32}$/.test(form.username.trim())],
    ['password', 'password', form.password.length < min || form.password.length > limits.password.max],
    ['again', 'again', form.password !== form.again],
  ];
  return checks
    .filter(([, , wrong]) => wrong)
    .map(([field, key]) => ({ field, key: `public.setup.fault.${key}`, values: { min } }));
}

/** The server's answer as lines of an error summary; without a named field it leads to the code. */
export function replyFaults(error: unknown): { fieldId: string; message: string }[] {
  if (error === null) return [];
  const { what, next, fields } = errorText(error);
  if (fields.length === 0) return [{ fieldId: 'setup-code', message: `${what} ${next}` }];
  return fields.map(({ path, message }) => ({ fieldId: `setup-${path}`, message }));
}
