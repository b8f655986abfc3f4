import type { Calls } from './calls.ts';
import type { LineWorksConfig } from './config.ts';
import { createUpload } from './upload.ts';

const file = { kind: 'file', name: '週次.xlsx', type: 'application/x-test', bytes: new Uint8Array([1]) } as const;
const config: LineWorksConfig = {
  ...{ botId: '1', botSecrets: [], clientId: '', clientSecret: '', serviceAccount: '', privateKey: '', domainIds: [] },
  authUrl: 'https://auth.worksmobile.com',
  apiUrl: 'https://www.worksapis.com',
};

/** Uploads to the address the product gives. @returns where the token went */
async function shownTo(uploadUrl: unknown, apiUrl = config.apiUrl): Promise<string[]> {
  const shown: string[] = [];
  const calls: Calls = {
    call: async () => ({ fileId: 'jp1.file', uploadUrl }),
    post: async (_, url) => void shown.push(url),
    whereIs: async () => '',
    admit: async () => undefined,
  };
  await createUpload(
    { ...config, apiUrl },
    calls,
  )(file).catch((error) => {
    if (error.name !== 'NotSendable') throw error;
  });
  return shown;
}

it.each(['https://apis-storage.worksmobile.com/k/1?a=b', 'https://storage.worksmobile.com/x'])(
  'the token is shown to %s',
  async (url) => expect(await shownTo(url)).toEqual([url]),
);

it.each([
  'https://apis-storage.worksmobile.com.example.com/x',
  'https://example.com/storage.worksmobile.com',
  'https://evil-storage.worksmobile.com/x',
  'http://storage.worksmobile.com/x',
  'https://storage.worksmobile.com:8443/x',
  'https://a@storage.worksmobile.com/x',
  'http://127.0.0.1:80/x',
  'https://localhost/x',
  'file:///etc/passwd',
  'nonsense',
  undefined,
])('the token is not shown to %s', async (url) => expect(await shownTo(url)).toEqual([]));

it('a product on this machine keeps its files on this machine', async () => {
  expect(await shownTo('http://127.0.0.1:1234/x', 'http://127.0.0.1:80')).toEqual(['http://127.0.0.1:1234/x']);
  expect(await shownTo('http://10.0.0.1/x', 'http://127.0.0.1:80')).toEqual([]);
});
