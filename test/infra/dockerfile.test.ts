import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf, ignoredBy, readIgnore } from './dockerfile-policy.ts';

const dockerfile = readFileSync(join(__dirname, '../../Dockerfile'), 'utf8');

test('the Dockerfile has no fault', () => {
  expect(faultsOf(dockerfile)).toEqual([]);
});

test.each([
  ['runs as root', 'USER 10001:10001\n', '', 'USER'],
  ['runs as a name', 'USER 10001:10001', 'USER node', 'USER'],
  ['a shell swallows signals', 'CMD ["node"', 'CMD node #["node"', 'CMD'],
  ['a floating base', 'node:24-bookworm-slim', 'node:latest', 'NODE_IMAGE'],
  ['a base that cannot be moved', `FROM \${NODE_IMAGE} AS build`, 'FROM node:24 AS build', 'NODE_IMAGE'],
  ['unlocked packages', 'npm ci --omit=dev', 'npm install --omit=dev', 'npm ci'],
  ['a package of no certain version', '@$AZURE_MONITOR"', '"', 'only npm ci'],
  ['a package nobody asked for', '[ -z "$AZURE_MONITOR" ] || ', '', 'only npm ci'],
  ['development packages', ' --omit=dev', '', '--omit=dev'],
  ['a source that is gone', 'COPY cards cards', 'COPY cardz cards', 'cardz does not exist'],
  ['a source that is ignored', 'COPY cards cards', 'COPY test cards', 'test is ignored'],
  ['code the service could change', 'COPY --from=build', 'COPY --chown=10001 --from=build', 'stays root'],
  ['another time zone', 'TZ=Asia/Tokyo', 'TZ=UTC', 'TZ=Asia/Tokyo'],
  ['no health check', '/healthz', '/', '/healthz'],
  ['bad grammar', 'EXPOSE 3978', 'EXPOSE port', 'line'],
])('is found: %s', (_what, from, to, told) => {
  const broken = dockerfile.replaceAll(from, to);
  expect(broken).not.toBe(dockerfile);
  expect(faultsOf(broken).join('\n')).toContain(told);
});

test('nothing but the product leaves the machine', () => {
  const ignored = ignoredBy(readIgnore());
  const secret = ['.env', '.git/config', 'data/bansou.sqlite', 'bot/.env.local', 'node_modules/zod/index.js'];
  const idle = ['test/house.ts', 'bot/understand/moments.test.ts', 'infra/main.bicep', 'demo/main.ts'];
  expect([...secret, ...idle].filter((path) => !ignored(path))).toEqual([]);
  expect(['bot/main.ts', 'programme/catalogue/2024-1.json', 'infra/container/bansou'].filter(ignored)).toEqual([]);
});
