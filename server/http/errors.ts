import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorReply } from '../../shared/contract/common.ts';
import { ContractError, errorTable } from '../../shared/contract/errors.ts';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import { fieldFaults } from './validation.ts';

/** Every error leaves in one shape; what is not in the table is logged and said only as `internal`. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const known = asContractError(error);
    if (known.code === 'internal') request.log.error(error);
    return send(request, reply, known);
  });
}

export function send(request: FastifyRequest, reply: FastifyReply, error: ContractError): FastifyReply {
  const body: ErrorReply = {
    code: error.code,
    message: error.message,
    next: errorTable[error.code].next,
    fields: [...error.fields],
    requestId: request.id,
    ...(error.current === undefined ? {} : { current: error.current }),
  };
  return reply.status(errorTable[error.code].status).type('application/json').send(body);
}

/** Errors of the framework that have a place in the table. */
const frameworkCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_input',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_input',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'invalid_input',
  FST_ERR_CTP_BODY_TOO_LARGE: 'file_too_large',
  FST_REQ_FILE_TOO_LARGE: 'file_too_large',
  FST_ERR_VALIDATION: 'invalid_input',
};

function asContractError(error: FastifyError): ContractError {
  if (error instanceof ContractError) return error;
  if (error.validation) return new ContractError('invalid_input', { fields: fieldFaults(error) });
  if (error.statusCode === 429) return new ContractError('rate_limited');
  const code = frameworkCodes[error.code] ?? 'internal';
  return new ContractError(code);
}
