import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CosmosClient } from '@azure/cosmos';
import { openCosmos } from '../../storage/cosmos.ts';
import { ANY_KEY, startCosmosServer } from '../storage/cosmos-server.ts';
import { alerts } from './alert-policy.ts';
import { appPolicies } from './app-policies.ts';
import { at, deployment, GIVEN, ofType, readInfra, type Stage, stages } from './azure.ts';
import { declarationsOf } from './bicep/declarations.ts';
import { BicepSyntaxError, parseBicep, parts, type Reader } from './bicep/parse.ts';
import { dataPolicies } from './data-policies.ts';
import { jobPolicies } from './job-policies.ts';

const policies = [...dataPolicies, ...appPolicies, ...jobPolicies, alerts];

async function faultsOf(stage: Stage, read: Reader = readInfra): Promise<string[]> {
  const deployed = await deployment(stage, GIVEN, read);
  return [...deployed.faults, ...policies.flatMap((policy) => policy(deployed, stage))];
}

test.each(stages)('%s: every policy holds', async (stage) => {
  expect(await faultsOf(stage)).toEqual([]);
});

test('the first run makes what the image needs, and nothing that needs an image', async () => {
  const { resources, faults } = await deployment('production', { alertEmails: GIVEN['alertEmails'] ?? [] });
  expect(faults).toEqual([]);
  const types = new Set(resources.map(({ type }) => type.split('/').at(-1)));
  expect(types).toContain('registries');
  expect(
    [...types].filter((type) => ['containerApps', 'jobs', 'scheduledQueryRules', 'secrets'].includes(type ?? '')),
  ).toEqual([]);
});

test('nothing can erase until it is asked for', async () => {
  const jobs = ofType(await deployment('production', { ...GIVEN, erasing: [] }), '/jobs').map(({ name }) => name);
  expect(jobs).not.toContain('bansou-erase');
  expect(jobs).toContain('bansou-retention');
});

test('without LINE WORKS the app has none of its settings', async () => {
  const deployed = await deployment('pilot', { ...GIVEN, lineWorksBotId: '' });
  const app = JSON.stringify(ofType(deployed, '/containerApps'));
  expect(app).not.toMatch(/LINE_WORKS|line-works/);
});

test('whose people Teams lets in is told to the app where it was given, and only there', async () => {
  const tenants = '22222222-0000-0000-0000-000000000001,22222222-0000-0000-0000-000000000002';
  const app = async (given: object) =>
    JSON.stringify(ofType(await deployment('pilot', { ...GIVEN, ...given }), '/containerApps'));
  expect(await app({ teamsTenants: tenants })).toContain(`{"name":"TEAMS_TENANTS","value":"${tenants}"}`);
  expect(await app({})).not.toContain('TEAMS_TENANTS');
});

test('every resource follows the region that is asked for', async () => {
  const { resources } = await deployment('production', { ...GIVEN, location: 'japanwest' });
  expect(resources.filter(({ body }) => JSON.stringify(body).includes('japaneast'))).toEqual([]);
});

test('what is secret is marked so and has no default, in no file', async () => {
  const files = ['main.bicep', ...readdirSync(join(__dirname, '../../infra/modules')).map((name) => `modules/${name}`)];
  const sources = await Promise.all(files.map((file) => parseBicep(file, readInfra)));
  const parameters = sources
    .flatMap(declarationsOf)
    .filter(({ kind }) => kind === 'parameter')
    .map(({ name, node, decorators }) => ({
      name,
      fallback: parts(node)[2]?.text ?? "''",
      isSecure: decorators.some((decorator) => decorator.name === 'secure'),
    }));
  const secret = parameters.filter(({ name }) => /(secret|key|password)$/i.test(name));
  expect(secret.length).toBeGreaterThan(5);
  expect(secret.filter(({ isSecure, fallback }) => !isSecure || fallback !== "''")).toEqual([]);
  for (const stage of stages) expect(readInfra(`${stage}.parameters.json`)).not.toMatch(/secret|key"|password/i);
});

test('the containers are as the store makes them on an emulator', async () => {
  const server = await startCosmosServer();
  await (await openCosmos({ endpoint: server.endpoint, database: 'bansou', key: ANY_KEY })).close();
  const client = new CosmosClient({
    endpoint: server.endpoint,
    key: ANY_KEY,
    connectionPolicy: { enableEndpointDiscovery: false, enableBackgroundEndpointRefreshing: false },
  });
  const { resources: made } = await client.database('bansou').containers.readAll().fetchAll();
  client.dispose();
  await server.close();
  const described = ofType(await deployment('pilot'), '/sqlDatabases/containers').map(({ body }) => {
    const { id, partitionKey, defaultTtl, indexingPolicy } = at(body, 'properties', 'resource') as Record<
      string,
      unknown
    >;
    return { id, paths: at(partitionKey, 'paths'), defaultTtl, indexingPolicy };
  });
  const own = made.map(({ id, partitionKey, defaultTtl, indexingPolicy }) => ({
    id,
    paths: partitionKey?.paths,
    defaultTtl,
    indexingPolicy,
  }));
  const byId = (a: { id?: unknown }, b: { id?: unknown }) => String(a.id).localeCompare(String(b.id));
  expect(described.toSorted(byId)).toEqual(own.toSorted(byId));
});

/** A mistake, and the word by which it is told. */
const mistakes: readonly (readonly [file: string, from: string, to: string, told: string])[] = [
  ['modules/cosmos.bicep', 'disableLocalAuth: true', 'disableLocalAuth: false', 'local keys'],
  ['modules/cosmos.bicep', "isPublic ? 'Enabled' : 'Disabled'", "'Enabled'", 'public although'],
  ['modules/cosmos.bicep', "'audit'\n]", "'archive'\n]", 'not those of storage'],
  ['modules/cosmos.bicep', "['/pk']", "['/id']", 'partition key'],
  ['modules/cosmos.bicep', "id == 'audit' ? appendOnly.id : contributor", 'contributor', 'append-only'],
  ['modules/cosmos.bicep', 'items/create', 'items/*', 'append-only'],
  ['modules/cosmos.bicep', "scope: '", "scope: '/everything", 'reaches'],
  ['modules/cosmos.bicep', "type: 'Continuous'", "type: 'Periodic'", 'continuous backup'],
  ['modules/vault.bicep', 'enableRbacAuthorization: true', 'enableRbacAuthorization: false', 'access policies'],
  ['modules/vault.bicep', 'location: location', "location: 'eastus'", 'lies in eastus'],
  ['modules/vault.bicep', 'SecretNearExpiry', 'SecretNewVersionCreated', 'credentials that expire'],
  ['modules/private-endpoint.bicep', "resource link 'virtualNetworkLinks'", "resource link 'links'", 'private names'],
  ['modules/registry.bicep', 'adminUserEnabled: false', 'adminUserEnabled: true', 'no admin'],
  ['modules/app.bicep', "path: '/readyz'", "path: '/ready'", 'no /ready'],
  ['modules/service.bicep', 'value: string(port)', "value: '8080'", 'is asked on'],
  ['modules/service.bicep', "name: 'STORE'", "name: 'STORAGE'", 'no setting STORAGE'],
  ['modules/service.bicep', "value: 'cosmos'", "value: 'cosmosdb'", 'would refuse STORE'],
  ['modules/service.bicep', 'secretRef: setting.secret', 'value: setting.secret', 'is written out'],
  ['modules/service.bicep', "secret: 'line-works-bot-secret'", "secret: 'bot-secret'", 'no reference'],
  ['modules/jobs.bicep', "args: ['tick', '--json']", "args: ['tock', '--json']", 'no verb tock'],
  ['modules/jobs.bicep', "command: ['bansou']", "command: ['bot']", 'no bot'],
  ['modules/bot.bicep', 'UserAssignedMSI', 'MultiTenant', 'managed identity'],
  ['modules/alerts.bicep', 'msg == "turn"', 'msg == "turns"', 'nobody logs turns'],
  ['modules/alerts.bicep', 'actionGroups: [actionGroupId]', 'actionGroups: []', 'tells nobody'],
  ['modules/alerts.bicep', 'msg == "delivery"', 'msg == "deliveries"', 'nobody logs deliveries'],
  ['modules/alerts.bicep', 'line.state', 'line.outcome', 'no such line has outcome'],
  ['modules/alerts.bicep', 'tobool(line.working)', 'tobool(line.holds)', 'no such line has holds'],
  ['modules/jobs.bicep', "name: 'erase', args", "name: 'erase', arg", 'args'],
  [
    'modules/jobs.bicep',
    "args: ['retention'], isOperators: true",
    "args: ['retention'], isOperators: false",
    'runs retention',
  ],
  ['modules/jobs.bicep', "'/files/export'], isOperators: false", "'/files/export'], isOperators: true", 'runs export'],
  ['modules/jobs.bicep', "mountPath: '/files'", "mountPath: '/share'", 'nothing is mounted'],
  ['modules/jobs.bicep', 'secrets: each.isOperators ? [] : secrets', 'secrets: secrets', 'knows no secrets'],
  ['modules/cosmos.bicep', 'removing.id', 'contributor', 'operators may everything'],
  ['modules/traces.bicep', 'DisableLocalAuth: true', 'DisableLocalAuth: false', 'knows the string'],
  ['modules/traces.bicep', '3913510d-42f4', '00000000-42f4', 'who may write'],
  ['main.bicep', 'more: settings', "more: { RETAIN: '5' }", 'no setting RETAIN'],
  ['main.bicep', '/api/messages', '/api/message', 'Teams calls'],
  ['main.bicep', "'*/5 * * * *'", "'every 5 minutes'", 'tick at'],
  ['main.bicep', 'database: database\n    capacity', 'databse: database\n    capacity', 'no parameter databse'],
  ['main.bicep', 'cosmos.outputs.endpoint', 'cosmos.outputs.uri', 'there is no uri'],
  [
    'main.bicep',
    'tags: tags\n    isPublic: !privateNetwork\n    subnetId',
    'tags: tags\n    subnetId',
    'isPublic is missing',
  ],
  ['main.bicep', 'isPublic: !privateNetwork', "isPublic: 'yes'", 'wants bool'],
  ['main.bicep', 'var suffix', 'var sufix', 'unknown name suffix'],
  [
    'production.parameters.json',
    '"privateNetwork": { "value": true }',
    '"privateNetwork": { "value": false }',
    'public',
  ],
  ['production.parameters.json', '"RETENTION_YEARS": "5"', '"RETENTION_YEARS": "0"', 'would refuse RETENTION_YEARS'],
  ['production.parameters.json', '"traces": { "value": true }', '"traces": { "value": false }', 'traces: a place'],
  ['pilot.parameters.json', '"traces": { "value": false }', '"traces": { "value": true }', 'a pilot sends no traces'],
  ['production.parameters.json', '"autoscale"', '"provisioned"', 'may not be provisioned'],
  ['production.parameters.json', '"minReplicas": { "value": 2 }', '"minReplicas": { "value": 0 }', 'below 1'],
];

test.each(mistakes)('is noticed: %s %j → %j', async (file, from, to, told) => {
  let changed = false;
  const read: Reader = (path) => {
    const text = readInfra(path);
    changed ||= path === file && text.includes(from);
    return path === file ? text.replaceAll(from, to) : text;
  };
  const stage = file.startsWith('pilot') ? 'pilot' : 'production';
  const faults = await faultsOf(stage, read).catch((error: Error) => [error.message]);
  expect(changed).toBe(true);
  expect(faults.join('\n')).toContain(told);
});

test('a syntax error is told with its place', async () => {
  const read: Reader = (path) => readInfra(path).replace('param location string', 'param location = string =');
  await expect(parseBicep('main.bicep', read)).rejects.toThrow(BicepSyntaxError);
  await expect(parseBicep('main.bicep', read)).rejects.toThrow(/main\.bicep:\d+:\d+/);
});
