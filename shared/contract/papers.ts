import Type from 'typebox';
import { OperationId, Sha256Hex, Time } from './common.ts';
import { organizers } from './roles.ts';
import { closed, Id, route } from './route.ts';

const base = '/api/competitions/:competition' as const;
const html = Type.Unsafe<string>({});

/** Papers of before the day, in the order they are needed. None holds a code, a telephone or a mark. */
export const preparationPapers = [
  'duties',
  'agenda',
  'handbook',
  'undertakings',
  'draw_record',
  'order_list',
  'sign_in',
  'table_plates',
  'number_plates',
  'emergency_cards',
  'blank_sheet',
  'backup_sheets',
  'fee_receipt',
] as const;
export type PreparationPaper = (typeof preparationPapers)[number];

export const papers = {
  preparation: route({
    method: 'GET',
    path: `${base}/papers/preparation`,
    summary: 'Papers of before the day, one or several in one print job',
    query: closed({
      /** Names of `preparationPapers`, separated by commas. */
      papers: Type.String({ pattern: '^[a-z_]{1,40}(,[a-z_]{1,40}){0,20}$' }),
    }),
    reply: html,
    errors: ['not_found'],
    allow: organizers,
    transport: 'file',
  }),
  dayJob: route({
    method: 'GET',
    path: `${base}/papers/day-job`,
    summary:
      'The papers of the day in one print job: the judges’ sheets of every locked session and, once all are, summary and review report',
    reply: html,
    errors: ['wrong_state'],
    allow: ['tally_clerk', 'supervisor', 'sponsor'],
    transport: 'file',
  }),
  seatCards: route({
    method: 'GET',
    path: `${base}/papers/seat-cards`,
    summary: 'Seat cards with the 4-digit codes; printed before the day',
    reply: html,
    allow: ['operator'],
    transport: 'file',
  }),
  judgeSheets: route({
    method: 'GET',
    path: `${base}/papers/judge-sheets/:session`,
    summary: 'Each judge’s sheet of a locked session, to sign',
    reply: html,
    errors: ['wrong_state'],
    allow: ['tally_clerk', 'supervisor', 'sponsor'],
    transport: 'file',
  }),
  summary: route({
    method: 'GET',
    path: `${base}/papers/summary`,
    summary: 'Summary of scores (得分汇总表), to sign',
    reply: html,
    errors: ['not_found'],
    allow: ['tally_clerk', 'supervisor', 'sponsor'],
    transport: 'file',
  }),
  derivations: route({
    method: 'GET',
    path: `${base}/papers/derivations`,
    summary: 'Derivation of every score (得分推导), a page per project, to follow with a pocket calculator',
    reply: html,
    errors: ['not_found'],
    allow: ['tally_clerk', 'supervisor', 'sponsor'],
    transport: 'file',
  }),
  derivation: route({
    method: 'GET',
    path: `${base}/papers/derivations/:proposal`,
    summary: 'Derivation of one score',
    reply: html,
    errors: ['not_found'],
    allow: ['tally_clerk', 'supervisor', 'sponsor'],
    transport: 'file',
  }),
  querySheet: route({
    method: 'GET',
    path: `${base}/papers/query-sheets/:proposal`,
    summary: 'What an applicant who asks is given of the own score (查分单), judges without names',
    reply: html,
    errors: ['not_found'],
    allow: ['supervisor', 'sponsor'],
    transport: 'file',
  }),
  report: route({
    method: 'GET',
    path: `${base}/papers/report`,
    summary: 'Review report (评审情况报告) with every exception',
    reply: html,
    errors: ['not_found'],
    allow: ['tally_clerk', 'supervisor', 'sponsor'],
    transport: 'file',
  }),
  brief: route({
    method: 'GET',
    path: `${base}/papers/brief`,
    summary: 'The same evening’s report to the leaders (大赛情况专报), without scores',
    reply: html,
    errors: ['not_found'],
    allow: ['supervisor', 'sponsor', 'tally_clerk'],
    transport: 'file',
  }),
  notice: route({
    method: 'GET',
    path: `${base}/papers/notice`,
    summary: 'Draft notice of the projects proposed for funding, marked 草稿',
    reply: html,
    errors: ['not_found'],
    allow: ['supervisor', 'sponsor', 'operator'],
    transport: 'file',
  }),
};

export const exportFiles = [
  'funded.xlsx',
  'funded.csv',
  'scores.xlsx',
  'scorebook.json',
  'ledger.jsonl',
  'openings.jsonl',
  'notice.html',
  'manifest.json',
] as const;
export type ExportFile = (typeof exportFiles)[number];

export const Export = closed({
  id: Id,
  at: Time,
  ledger: closed({ size: Type.Integer(), head: Sha256Hex }),
  files: Type.Array(closed({ name: Type.String(), bytes: Type.Integer(), sha256: Sha256Hex })),
});

export const exports = {
  make: route({
    method: 'POST',
    path: `${base}/exports`,
    summary: 'Make the set of files that anybody can verify, with a signed manifest',
    body: closed({ operation: OperationId }),
    reply: Export,
    errors: ['wrong_state', 'operation_reused'],
    allow: ['sponsor', 'supervisor'],
  }),
  list: route({
    method: 'GET',
    path: `${base}/exports`,
    summary: 'Sets of files made so far',
    reply: Type.Array(Export),
    allow: ['sponsor', 'supervisor'],
  }),
  file: route({
    method: 'GET',
    path: `${base}/exports/:export/files/:file`,
    summary: 'One file of a set',
    reply: Type.Unsafe<Uint8Array>({}),
    errors: ['not_found'],
    allow: ['sponsor', 'supervisor'],
    transport: 'file',
  }),
};

export const LedgerEntry = closed({
  seq: Type.Integer(),
  at: Time,
  actor: Type.String(),
  action: Type.String(),
  subject: Type.String(),
  data: Type.Record(Type.String(), Type.Unknown()),
  sealed: Type.Record(Type.String(), Type.String()),
  prev: Sha256Hex,
  hash: Sha256Hex,
});

export const ledger = {
  page: route({
    method: 'GET',
    path: `${base}/ledger`,
    summary: 'Trace of operations (操作留痕), newest first; sealed values stay sealed',
    query: closed({
      before: Type.Optional(Type.Integer()),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    reply: closed({ size: Type.Integer(), head: Sha256Hex, entries: Type.Array(LedgerEntry) }),
    allow: organizers,
  }),
};
