import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { limits } from '../../../shared/contract/limits.ts';
import type { Attachment } from '../../../shared/contract/proposals.ts';
import { operation } from '../../testing.ts';
import { completeContent, scene } from './testing.ts';
import type { Scene, SceneApplicant } from './testing.ts';

const { proposals } = contract;
let s: Scene;
let by: SceneApplicant;
let published: number;
let params: { competition: string; proposal: string };
beforeAll(async () => {
  s = await scene();
  published = s.server.clock.at;
});
let phones = 0;
beforeEach(async () => {
  s.server.clock.at = published;
  by = await s.applicant(`1000002${String((phones += 1)).padStart(4, '0')}`);
  const { id: proposal } = await by.browser.call(proposals.create, {
    params: { competition: s.competition },
    body: { operation: operation(), applicant: by.id, title: '暖心饭盒' },
  });
  params = { competition: s.competition, proposal };
  await by.browser.call(proposals.save, { params, body: { base: 1, content: completeContent(s.settings) } });
});
afterAll(() => s.server.dispose());

const pdf = (text = 'a certificate') => Buffer.from(`%PDF-1.7\n${text}`);
const file = (bytes: Uint8Array, name = '登记证书.pdf', type = 'application/pdf') => ({ name, type, bytes });
const attach = (bytes: Uint8Array, name?: string, kind: Attachment['kind'] = 'registration') =>
  by.browser.send(proposals.attach, {
    params,
    query: { operation: operation(), kind },
    file: file(bytes, name),
  });
const attached = async (bytes: Uint8Array, name?: string, kind?: Attachment['kind']) => {
  const reply = await attach(bytes, name, kind);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as Attachment;
};
const papers = async (browser = by.browser) =>
  (await browser.call(proposals.get, { params })).attachments.map(({ id }) => id);
const submit = (base: number) =>
  by.browser.call(proposals.submit, { params, body: { operation: operation(), base } });
const hex = (digits: string) => Buffer.from(`${digits}00000000000000000000`, 'hex');

describe('what is taken', () => {
  test.each([
    ['登记证书.pdf', pdf(), 'application/pdf', '登记证书.pdf'],
    ['IMG_0001.JPG', hex('ffd8ffe0'), 'image/jpeg', 'IMG_0001.JPG'],
    ['截图.png', hex('89504e470d0a1a0a'), 'image/png', '截图.png'],
    [
      '申报书.docx',
      hex('504b0304'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      '申报书.docx',
    ],
    [
      '预算.xlsx',
      hex('504b0304'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      '预算.xlsx',
    ],
    ['旧表.doc', hex('d0cf11e0a1b11ae1'), 'application/msword', '旧表.doc'],
    ['旧表.xls', hex('d0cf11e0a1b11ae1'), 'application/vnd.ms-excel', '旧表.xls'],
    // The name ends as the content asks, so that no system runs it.
    ['照片', hex('ffd8ffe0'), 'image/jpeg', '照片.jpg'],
    ['open me.bat', pdf(), 'application/pdf', 'open me.bat.pdf'],
    ['C:\\temp\\..\\证书.pdf', pdf(), 'application/pdf', '证书.pdf'],
    ['fdp.\u202Eexe.pdf', pdf(), 'application/pdf', 'fdp.exe.pdf'],
  ])('%s → kept with its type and name', async (name, bytes, type, kept) => {
    expect(await attached(bytes, name)).toMatchObject({ type, name: kept, bytes: bytes.length });
  });

  test.each([
    ['a program named as a certificate', '证书.pdf', Buffer.from('MZ\u0090\u0000 this is a program')],
    ['a page named as a picture', '照片.jpg', Buffer.from('<html><script>alert(1)</script>')],
    ['an archive', '全部材料.zip', hex('504b0304')],
    ['a document with macros', '申报书.docm', hex('504b0304')],
    ['a picture of another kind', '照片.heic', Buffer.from('\0\0\0\u0018ftypheic')],
    ['plain text', '说明.txt', Buffer.from('说明')],
  ])('%s → refused by its content', async (_what, name, bytes) => {
    const reply = await attach(bytes, name);
    expect([reply.status, (reply.body as { code: string }).code]).toEqual([415, 'file_type']);
    expect(await papers()).toEqual([]);
  });

  test('an empty file → told so', async () => {
    expect((await attach(Buffer.alloc(0))).body).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'file' }],
    });
  });

  test('a file of the greatest size → taken whole; one byte more → refused whole', async () => {
    const largest = Buffer.alloc(limits.attachmentBytes, 'a');
    pdf().copy(largest);
    expect(await attached(largest)).toMatchObject({ bytes: limits.attachmentBytes });
    const reply = await attach(Buffer.concat([largest, Buffer.from('a')]));
    expect([reply.status, (reply.body as { code: string }).code]).toEqual([413, 'file_too_large']);
    expect(await papers()).toHaveLength(1);
  });

  test('as many as the limit → one more is refused until one is taken out', async () => {
    for (let i = 0; i < limits.attachmentsPerProposal; i += 1) await attached(pdf(String(i)));
    const [first = ''] = await papers();
    expect((await attach(pdf('more'))).status).toBe(409);
    await by.browser.call(proposals.detach, { params: { ...params, attachment: first } });
    expect((await attach(pdf('more'))).status).toBe(200);
  });
});

describe('retries', () => {
  test('the same operation with the same file → one attachment; with another file → refused', async () => {
    const query = { operation: operation(), kind: 'registration' as const };
    const send = (bytes: Uint8Array) =>
      by.browser.send(proposals.attach, { params, query, file: file(bytes) });
    const first = await send(pdf());
    expect((await send(pdf())).body).toEqual(first.body);
    expect(await papers()).toHaveLength(1);
    expect((await send(pdf('another'))).body).toMatchObject({ code: 'operation_reused' });
  });

  test('taken out twice → no error', async () => {
    const { id } = await attached(pdf());
    const where = { params: { ...params, attachment: id } };
    await by.browser.call(proposals.detach, where);
    await by.browser.call(proposals.detach, where);
    expect(await papers()).toEqual([]);
  });
});

describe('download', () => {
  test('→ the bytes under their name, offered for saving, never run or sniffed', async () => {
    const { id } = await attached(pdf('内容'), '登记证书（正本）.pdf');
    const reply = await by.browser.send(proposals.download, { params: { ...params, attachment: id } });
    expect(Buffer.from(reply.bytes)).toEqual(pdf('内容'));
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename="________.pdf"; filename*=UTF-8''${encodeURIComponent('登记证书（正本）.pdf')}`,
    );
  });

  test('the attachment of another proposal → not found under this one', async () => {
    const { id } = await attached(pdf());
    const { id: proposal } = await by.browser.call(proposals.create, {
      params: { competition: s.competition },
      body: { operation: operation(), applicant: by.id, title: '乙' },
    });
    const other = { competition: s.competition, proposal, attachment: id };
    expect((await by.browser.send(proposals.download, { params: other })).status).toBe(404);
    expect((await by.browser.send(proposals.detach, { params: other })).status).toBe(404);
  });

  test('the sponsor → sees what counts and nothing that is still a draft', async () => {
    const first = await attached(pdf('submitted'));
    const asSponsor = (attachment: string) =>
      s.sponsor.send(proposals.download, { params: { ...params, attachment } });
    expect((await asSponsor(first.id)).status).toBe(404);
    await submit(2);
    const later = await attached(pdf('planted draft'));
    await by.browser.call(proposals.detach, { params: { ...params, attachment: first.id } });
    expect((await asSponsor(first.id)).status).toBe(200);
    expect((await asSponsor(later.id)).status).toBe(404);
    expect(await papers(s.sponsor)).toEqual([first.id]);
    expect(await papers()).toEqual([later.id]);
  });
});

describe('papers and versions', () => {
  test('only a paper added since → may be submitted again, as a new version', async () => {
    await submit(2);
    const { id } = await attached(pdf());
    expect(await submit(2)).toMatchObject({ revision: 3 });
    expect(await papers(s.sponsor)).toEqual([id]);
  });

  test('after the deadline → no paper but the seal page, until the end of correction, and it counts at once', async () => {
    await submit(2);
    s.server.clock.at = s.settings.timeline.deadline + 1;
    expect((await attach(pdf())).body).toMatchObject({ code: 'deadline_passed' });
    s.server.clock.at = s.settings.timeline.correctionTo;
    const seal = await attached(pdf('seal'), '盖章页.pdf', 'seal_page');
    expect(await papers(s.sponsor)).toEqual([seal.id]);
    s.server.clock.at += 1;
    expect((await attach(pdf('late'), '盖章页.pdf', 'seal_page')).status).toBe(409);
    const out = await by.browser.send(proposals.detach, { params: { ...params, attachment: seal.id } });
    expect(out.status).toBe(409);
  });

  test('a correction that does not open the papers → keeps those submitted before', async () => {
    const first = await attached(pdf('submitted'));
    await submit(2);
    await by.browser.call(proposals.detach, { params: { ...params, attachment: first.id } });
    await attached(pdf('never submitted'));
    s.server.clock.at = s.settings.timeline.deadline + 1;
    const check = { verdict: 'return' as const, fields: [{ path: 'needs', note: '写明依据' }], reason: '' };
    await s.operator.call(proposals.check, { params, body: { operation: operation(), base: 2, check } });
    expect((await attach(pdf())).body).toMatchObject({ code: 'wrong_state' });
    await submit(2);
    expect(await papers(s.sponsor)).toEqual([first.id]);
  });
});
