import { createHmac } from 'node:crypto';
import type { Address } from '../../bot/channels/channel.ts';
import { type Loopback, SECRETS, startLoopback } from './loopback.ts';

const TO: Address = { channel: 'line-works', id: 'c:12345' };
const MESSAGES = '/v1.0/bots/2000001/channels/12345/messages';
const ATTACHMENTS = '/v1.0/bots/2000001/attachments';
const UPLOAD = '/up/1?key=secret-upload-key';
const MENU = '/v1.0/bots/2000001/persistentmenu';
const file = { kind: 'file', name: '週次.xlsx', type: 'application/x-test', bytes: Buffer.from('PK-content') } as const;
const text = { type: 'text', text: '添付します' } as const;

let house: Loopback;
beforeEach(async () => {
  house = await startLoopback();
});
afterEach(() => house.stop());

const place = (uploadUrl = `${house.url}${UPLOAD}`, fileId = 'jp1.file') => ({
  status: 200,
  body: { fileId, uploadUrl },
});
const send = (patient = false) => house.api.sendAll(TO, [text, file], { patient });
const sent = () => house.at(MESSAGES).map(({ body }) => JSON.parse(Buffer.from(body, 'latin1').toString()).content);

test('a file is put in its place before anything appears, and shown under its name', async () => {
  house.next(ATTACHMENTS, place());
  expect(await send()).toEqual({ outcome: 'sent' });
  expect(house.seen.map(({ path }) => path).slice(1)).toEqual([ATTACHMENTS, UPLOAD, MESSAGES, MESSAGES]);
  expect(sent()).toEqual([text, { type: 'file', fileId: 'jp1.file' }]);
  expect(JSON.parse(Buffer.from(house.at(ATTACHMENTS)[0]?.body ?? '', 'latin1').toString())).toEqual({
    fileName: file.name,
  });
  const [upload] = house.at(UPLOAD);
  const body = Buffer.from(upload?.body ?? '', 'latin1').toString();
  expect(upload?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(upload?.headers.authorization).toBe(`Bearer ${SECRETS.token}-1`);
  expect(body).toMatch(/name="resourceName"\r\n\r\n週次\.xlsx\r\n/);
  expect(body).toMatch(
    /name="FileData"; filename="週次\.xlsx"\r\nContent-Type: application\/x-test\r\n\r\nPK-content\r\n/,
  );
});

test('an upload in doubt is done again elsewhere: nobody has seen it', async () => {
  house.next(ATTACHMENTS, place(), place(undefined, 'jp1.other'));
  house.next(UPLOAD, 'reset');
  expect(await send()).toEqual({ outcome: 'sent' });
  expect(sent().at(1)).toEqual({ type: 'file', fileId: 'jp1.other' });
});

test('an upload that fails leaves nothing half shown', async () => {
  house.next(ATTACHMENTS, ...Array.from({ length: 3 }, () => ({ status: 500 })));
  expect(await send()).toEqual({ outcome: 'failed', reason: '500' });
  house.next(ATTACHMENTS, { status: 403, body: { code: 'FORBIDDEN' } });
  expect(await send()).toEqual({ outcome: 'failed', reason: '403 FORBIDDEN' });
  expect(sent()).toEqual([]);
});

describe('a picture', () => {
  const picture = { kind: 'image', name: '図.png', type: 'image/png', bytes: Buffer.from('png') } as const;
  const sendPicture = () => house.api.sendAll(TO, [text, picture, text], { patient: false });

  test('is shown as one, in its place among the messages', async () => {
    house.next(ATTACHMENTS, place());
    expect(await sendPicture()).toEqual({ outcome: 'sent' });
    expect(sent()).toEqual([text, { type: 'image', fileId: 'jp1.file' }, text]);
  });

  test('that is not taken is left out, because the words say the same; the log says so without its name', async () => {
    house.next(ATTACHMENTS, { status: 403, body: { code: 'FORBIDDEN' } });
    expect(await sendPicture()).toEqual({ outcome: 'sent' });
    expect(sent()).toEqual([text, text]);
    expect(house.logged()).toContain('a picture could not be uploaded');
    expect(house.logged()).not.toContain('図.png');
  });
});

test('a file that is too large is not even begun', async () => {
  const large = { ...file, bytes: new Uint8Array(20_000_001) };
  const result = await house.api.sendAll(TO, [text, large], { patient: true });
  expect(result).toEqual({ outcome: 'failed', reason: 'ファイルが大きすぎます' });
  expect(house.seen).toEqual([]);
});

test('the addresses of files are not logged', async () => {
  house.next(ATTACHMENTS, place());
  house.next(UPLOAD, { status: 400, body: { code: 'INVALID_PARAMETER' } });
  await send();
  expect(house.logged()).toContain('INVALID_PARAMETER');
  expect(house.logged()).not.toMatch(/secret-upload-key|jp1\.file|週次/);
});

describe('people', () => {
  const user = { domainId: 40029600, userId: 'u1', email: 'Taro@Example.lg.jp', isSuspended: false, isDeleted: false };
  const second = { domainId: '40029600', email: 'taro@kikaku.example.lg.jp' };
  const foreign = { domainId: 1, email: 'taro@elsewhere.example' };

  test.each<[string, object, string[]]>([
    ['known', user, ['taro@example.lg.jp']],
    [
      'in two domains',
      { ...user, organizations: [second, foreign] },
      ['taro@example.lg.jp', 'taro@kikaku.example.lg.jp'],
    ],
    ['suspended', { ...user, isSuspended: true }, []],
    ['deleted', { ...user, isDeleted: true }, []],
    ['of another domain', { ...user, domainId: 1, organizations: [foreign] }, []],
    ['of another domain first', { ...user, ...foreign, organizations: [second] }, ['taro@kikaku.example.lg.jp']],
    ['of no domain', { email: 'taro@example.lg.jp' }, []],
    ['not as documented', { ...user, email: 3 }, []],
  ])('somebody %s', async (_, body, emails) => {
    house.next('/v1.0/users/u1', { status: 200, body });
    expect(await house.api.profileOf('u1')).toEqual({ emails });
  });

  test.each<[string, number]>([
    ['too busy', 429],
    ['away for a moment', 503],
    ['in trouble', 500],
  ])('where the product is %s, it is asked again who somebody is', async (_, status) => {
    house.next('/v1.0/users/u1', { status, body: { code: 'TOO_MANY_REQUESTS' } }, { status: 200, body: user });
    expect(await house.api.profileOf('u1')).toEqual({ emails: ['taro@example.lg.jp'] });
  });

  test('nobody known is nobody, and leads nowhere else', async () => {
    house.next('/v1.0/users/u1', { status: 404, body: { code: 'USER_NOT_EXIST' } });
    expect(await house.api.profileOf('u1')).toEqual({ emails: [] });
    expect(await house.api.profileOf('..')).toEqual({ emails: [] });
    expect(await house.api.profileOf('a/b')).toEqual({ emails: [] });
    expect(house.seen.filter(({ path }) => path.startsWith('/v1.0/'))).toHaveLength(1);
    expect(house.logged()).toContain('404 USER_NOT_EXIST');
  });
});

describe('rooms', () => {
  const room = (id: string) => `/v1.0/bots/2000001/channels/${id}`;
  const is = (type: string) => ({ status: 200, body: { channelType: { type } } });

  test('are asked about once', async () => {
    house.next(room('a'), is('SINGLE_USER'));
    house.next(room('b'), is('MULTI_USERS'));
    for (let i = 0; i < 3; i++) {
      expect(await house.api.roomKindOf('a')).toBe('personal');
      expect(await house.api.roomKindOf('b')).toBe('group');
    }
    expect(house.seen).toHaveLength(3);
  });

  test('are not asked about when an event has said it, and count as a group while nothing is known', async () => {
    house.api.rememberRoom('a', 'personal');
    expect(await house.api.roomKindOf('a')).toBe('personal');
    expect(house.seen).toEqual([]);
    house.next(room('b'), { status: 500 }, is('SINGLE_USER'));
    expect(await house.api.roomKindOf('b')).toBe('group');
    expect(await house.api.roomKindOf('b')).toBe('personal');
  });

  test('those long unused are forgotten', async () => {
    house.api.rememberRoom('a', 'personal');
    house.api.rememberRoom('b', 'personal');
    for (let i = 0; i < 4_999; i++) {
      house.api.rememberRoom(`c${i}`, 'group');
      if (i === 2_000) await house.api.roomKindOf('a');
    }
    expect(await house.api.roomKindOf('a')).toBe('personal');
    expect(house.seen).toEqual([]);
    house.next(room('b'), is('SINGLE_USER'));
    expect(await house.api.roomKindOf('b')).toBe('personal');
    expect(house.at(room('b'))).toHaveLength(1);
  });
});

describe('the menu', () => {
  const words = ['週次報告', '状況', '会議', '相談'].map((label) => ({ label }));
  const wanted = { content: { actions: words.map(({ label }) => ({ type: 'message', label, text: label })) } };
  const put = () =>
    house.at(MENU).map(({ method, body }) => [method, body && JSON.parse(Buffer.from(body, 'latin1').toString())]);

  test('says the words for the person, and may carry more', async () => {
    await house.api.setMenu(words);
    await house.api.setMenu([{ label: '状況', text: '状況を見る', postback: '{"c":"show-status"}' }]);
    expect(put()[0]).toEqual(['POST', wanted]);
    expect(put()[1]?.[1].content.actions[0]).toEqual({
      type: 'message',
      label: '状況',
      text: '状況を見る',
      postback: '{"c":"show-status"}',
    });
  });

  test('takes the place of another', async () => {
    house.next(MENU, { status: 409, body: { code: 'ALREADY_EXIST' } }, { status: 204 });
    await house.api.setMenu(words);
    expect(put().map(([method]) => method)).toEqual(['POST', 'DELETE', 'POST']);
  });

  test('says why it cannot be', async () => {
    await expect(house.api.setMenu([])).rejects.toThrow('1 to 4');
    await expect(house.api.setMenu([...words, ...words])).rejects.toThrow('1 to 4');
    house.next(MENU, { status: 403, body: { code: 'FORBIDDEN', description: 'x' } });
    await expect(house.api.setMenu(words)).rejects.toMatchObject({ name: 'Refused', message: '403 FORBIDDEN' });
  });
});

test('the callback is checked with the secret of the bot', () => {
  const signature = createHmac('sha256', SECRETS.bot).update('{}').digest('base64');
  expect(house.api.isSigned(Buffer.from('{}'), signature)).toBe(true);
  expect(house.api.isSigned(Buffer.from('{ }'), signature)).toBe(false);
});
