import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import fastJson from 'fast-json-stringify';
import type { FastifyError, FastifySchemaCompiler } from 'fastify';
import type { FastifySchemaValidationError, FastifySerializerCompiler } from 'fastify/types/schema.js';
import type { TSchema } from 'typebox';
import { Locale } from 'typebox/system';
import type { FieldFault } from '../../shared/contract/errors.ts';

/**
 * Bodies are never coerced (`null` must not become a mark of 0); query and path arrive as text and are.
 * All faults of a body are reported at once. A schema is compiled when it is first needed: compiling them all would
 * take most of the server's start.
 */
export function schemaCompiler(): FastifySchemaCompiler<TSchema> {
  const options = { allErrors: true, removeAdditional: false, useDefaults: true, strict: false } as const;
  const strict = new Ajv({ ...options, coerceTypes: false });
  const loose = new Ajv({ ...options, coerceTypes: true });
  return ({ schema, httpPart }) => {
    let validate: ValidateFunction | undefined;
    return (data: unknown) => {
      validate ??= (httpPart === 'body' ? strict : loose).compile(schema);
      return validate(data) ? true : { error: (validate.errors ?? []) as FastifySchemaValidationError[] };
    };
  };
}

/** Writes replies by their schema, compiled when first needed. */
export function replyCompiler(): FastifySerializerCompiler<TSchema> {
  return ({ schema }) => {
    let write: ((reply: unknown) => string) | undefined;
    return (reply: unknown) => {
      write ??= fastJson(schema) as (reply: unknown) => string;
      return write(reply);
    };
  };
}

/** Faults of a rejected request, each with its path (`marks.need`) and a Chinese message. */
export function fieldFaults(error: FastifyError): FieldFault[] {
  const seen = new Set<string>();
  const faults: FieldFault[] = [];
  for (const fault of error.validation ?? []) {
    const path = pathOf(fault as ErrorObject);
    if (seen.has(path)) continue;
    seen.add(path);
    faults.push({ path, message: messageOf(fault as ErrorObject) });
  }
  return faults;
}

function pathOf(fault: ErrorObject): string {
  const parts = fault.instancePath.split('/').slice(1);
  const extra: unknown =
    fault.params['missingProperty'] ?? fault.params['additionalProperty'] ?? fault.params['propertyName'];
  if (typeof extra === 'string') parts.push(extra);
  return parts
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path ? `${path}.${part}` : part), '');
}

// Where Ajv and TypeBox name the parameters of a fault differently, the words are ours.
const ownWords: Record<string, string> = {
  required: '缺少这一项',
  additionalProperties: '没有这一项，请去掉',
  enum: '不是可选的值',
  const: '不是可选的值',
  anyOf: '填写的内容不对',
};

function messageOf(fault: ErrorObject): string {
  if (fault.instancePath.includes('/marks/')) return '请填写一个分数，例如 18 或 18.5';
  return ownWords[fault.keyword] ?? Locale.zh_Hans(fault as unknown as TypeBoxFault); // The rest is the same in both.
}

type TypeBoxFault = Parameters<typeof Locale.zh_Hans>[0];
