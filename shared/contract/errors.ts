/**
 * The one table of error codes. Every reply that is not a success carries one of these codes;
 * `zh`/`en` say what happened, `next` says what to do now. The table is exhaustive: an unknown code does not compile.
 */
export const errorTable = {
  /** The body, query or a parameter does not match the contract; `fields` names each place. */
  invalid_input: {
    status: 400,
    zh: '有内容填得不对',
    en: 'Some input is not valid',
    next: '请按提示修改后再试，已填的内容都还在。',
  },
  /** No session, or one that has ended. */
  not_signed_in: {
    status: 401,
    zh: '您还没有登录',
    en: 'You are not signed in',
    next: '请先登录，登录后会回到这一页。',
  },
  /** A tablet that was taken out of use; what it has not sent waits on it. */
  device_revoked: {
    status: 401,
    zh: '这台平板已停用',
    en: 'This tablet was taken out of use',
    next: '没有上传的分还在这台平板里，请举手，由工作人员照屏幕录入；评分请换到新的平板上。',
  },
  /** Wrong user name, telephone, password or code. */
  wrong_credentials: {
    status: 401,
    zh: '账号或密码不对',
    en: 'Wrong account or password',
    next: '请核对后再试；忘了就找承办方重新发一个。',
  },
  /** The set-up code is wrong or the installation already has an organizer. */
  setup_closed: {
    status: 403,
    zh: '启用码不对，或者已经启用过了',
    en: 'Set-up code wrong or already used',
    next: '启用码印在服务器的启动画面上；已经启用过的，请直接登录。',
  },
  /** The role may not do this; also sent where the very existence of a thing is nobody's business. */
  forbidden: {
    status: 403,
    zh: '您的身份不能做这件事',
    en: 'Your role does not allow this',
    next: '如果应该可以，请找主办方核对您的身份。',
  },
  /** A request from another site, another host name, or without our own header. */
  wrong_origin: {
    status: 403,
    zh: '请从本系统的固定地址打开',
    en: 'Please use the fixed address of this system',
    next: '请使用席卡或通知上印的网址。',
  },
  not_found: { status: 404, zh: '没有找到', en: 'Not found', next: '请回到上一页，刷新后再试。' },
  /** The base revision is stale; `current` holds the version on the server. */
  stale_revision: {
    status: 409,
    zh: '别处刚改过这一份',
    en: 'Somebody changed this meanwhile',
    next: '两份内容都在，请对照后选一份。',
  },
  /** The step is not legal in the present state. */
  wrong_state: {
    status: 409,
    zh: '现在还不能做这一步',
    en: 'Not possible in the present state',
    next: '请看页面上的说明，先完成前面的步骤。',
  },
  /** The project has not been called to the stage; the tablet keeps the sheet and sends it again by itself. */
  too_early: {
    status: 409,
    zh: '这个项目还没有上台',
    en: 'This project has not been called yet',
    next: '分数先留在平板里，控场宣布后自动上传。',
  },
  /** Rules, rubric and settings are frozen since the call was published. */
  frozen: {
    status: 409,
    zh: '征集公告已发布，规则已冻结',
    en: 'The rules are frozen since publication',
    next: '需要更正时，请由主办方发布更正公告。',
  },
  /** The same operation id came with another body. */
  operation_reused: {
    status: 422,
    zh: '同一操作编号的内容不一致',
    en: 'Operation id used with another body',
    next: '请刷新页面后重新提交。',
  },
  deadline_passed: {
    status: 409,
    zh: '已过截止时间',
    en: 'The deadline has passed',
    next: '请联系承办方；草稿仍然保存着。',
  },
  /** A locked sheet, a signed session. */
  locked: {
    status: 409,
    zh: '本场已签字，评分表已锁定',
    en: 'The session is signed and locked',
    next: '确需更改，请举手联系工作人员走“退回修改”。',
  },
  /** Judge recused from, or absent for, this project. */
  not_scoring: {
    status: 409,
    zh: '这个项目您不打分',
    en: 'You do not score this project',
    next: '您已回避或记为未评；有疑问请举手。',
  },
  /** Something that must exist once exists already: a telephone, a seat, an order number. */
  already_exists: {
    status: 409,
    zh: '已经有了，不能重复',
    en: 'Already exists',
    next: '请换一个，或修改已有的那一条。',
  },
  /** The second person is the actor, has no right to approve, or the secret is wrong. */
  approval_refused: {
    status: 403,
    zh: '复核没有通过',
    en: 'Approval refused',
    next: '复核人须是另一位有权的人，并输入本人的复核密码。',
  },
  /** Five wrong codes, or five wrong approval secrets. */
  too_many_tries: {
    status: 423,
    zh: '输错次数太多，已锁住',
    en: 'Too many wrong tries',
    next: '请举手，由控场解锁。',
  },
  rate_limited: { status: 429, zh: '操作太频繁', en: 'Too many requests', next: '请等一分钟再试。' },
  file_too_large: { status: 413, zh: '文件太大', en: 'File too large', next: '请压缩或拆分后再传。' },
  file_type: {
    status: 415,
    zh: '这种文件收不了',
    en: 'File type not accepted',
    next: '请换成 PDF、JPG、PNG、Word 或 Excel 文件。',
  },
  internal: {
    status: 500,
    zh: '系统出了问题',
    en: 'Something went wrong here',
    next: '您填的内容没有丢；请稍后再试，仍不行请联系工作人员。',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string; next: string }>;

export type ErrorCode = keyof typeof errorTable;

/** One place of the input that is wrong: `path` like `marks.need` or `goals[2].number`. */
export interface FieldFault {
  path: string;
  message: string;
}

/** The error of the domain; the server turns it into the one error shape, the client throws it again. */
export class ContractError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldFault[];
  /** The version on the server, only with `stale_revision`. */
  readonly current: unknown;

  constructor(
    code: ErrorCode,
    options: { message?: string; fields?: readonly FieldFault[]; current?: unknown } = {},
  ) {
    super(options.message ?? errorTable[code].zh);
    this.name = 'ContractError';
    this.code = code;
    this.fields = options.fields ?? [];
    this.current = options.current;
  }
}
