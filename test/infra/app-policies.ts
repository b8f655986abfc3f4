import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, serviceSettings } from '../../bot/config.ts';
import { at, listAt, ofType } from './azure.ts';
import type { Deployment } from './bicep/deploy.ts';
import type { Policy } from './data-policies.ts';

const ROOT = join(__dirname, '../..');
const source = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const fail = (is: boolean, told: string): string[] => (is ? [] : [told]);

type Setting = { readonly name: string; readonly value?: string; readonly secretRef?: string };
type Container = { readonly of: string; readonly body: unknown; readonly env: readonly Setting[] };

function containersOf(deployed: Deployment): Container[] {
  return [...ofType(deployed, '/containerApps'), ...ofType(deployed, '/jobs')].map(({ name, body }) => {
    const container = at(body, 'properties', 'template', 'containers', 0);
    return { of: name, body: container, env: listAt(container, 'env') as Setting[] };
  });
}

const settingsExist: Policy = (deployed) =>
  containersOf(deployed).flatMap(({ of, env }) => [
    ...env
      .filter(({ name }) => !(name in serviceSettings.shape))
      .map(({ name }) => `${of}: there is no setting ${name}`),
    ...fail(new Set(env.map(({ name }) => name)).size === env.length, `${of}: a setting is given twice`),
    ...unacceptable(env).map((name) => `${of}: the service would refuse ${name}`),
  ]);

/** Names the service would complain about at its start; what only Azure knows is some address. */
function unacceptable(env: readonly Setting[]): string[] {
  const value = (setting: Setting) =>
    setting.secretRef ? 'secret' : (setting.value ?? '').replace(/^(https:\/\/)?.*‹.*$/, 'https://known.example/');
  try {
    readConfig(Object.fromEntries(env.map((setting) => [setting.name, value(setting)])));
    return [];
  } catch (error) {
    return [...((error as { names?: readonly string[] }).names ?? [])];
  }
}

const secretsAreReferences: Policy = (deployed) => {
  const kept = ofType(deployed, '/vaults/secrets').map(({ body }) => String(body['name']));
  const bare = containersOf(deployed).flatMap(({ of, env }) =>
    env
      .filter(({ name, secretRef }) => /SECRET|KEY|PASSWORD/i.test(name) && secretRef === undefined)
      .map(({ name }) => `${of}: ${name} is written out`),
  );
  const references = [...ofType(deployed, '/containerApps'), ...ofType(deployed, '/jobs')].flatMap((each) =>
    listAt(each.body, 'properties', 'configuration', 'secrets').flatMap((secret) => {
      const name = String(at(secret, 'name'));
      const url = String(at(secret, 'keyVaultUrl'));
      const isBare = at(secret, 'value') !== undefined || at(secret, 'identity') === undefined;
      const leads = url.endsWith(`secrets/${name}`) && kept.includes(name);
      return fail(!isBare && leads, `${each.name}: ${name} is no reference`);
    }),
  );
  return [...bare, ...references];
};

/** The paths and the port as the service has them. */
const probes: Policy = (deployed) => {
  const [app] = ofType(deployed, '/containerApps');
  const port = at(app?.body, 'properties', 'configuration', 'ingress', 'targetPort');
  const [container] = containersOf(deployed);
  const given = container?.env.find(({ name }) => name === 'PORT')?.value;
  const found = listAt(container?.body, 'probes').map((probe) => ({
    type: String(at(probe, 'type')),
    path: String(at(probe, 'httpGet', 'path')),
    port: at(probe, 'httpGet', 'port'),
  }));
  const paths = Object.fromEntries(found.map(({ type, path }) => [type, path]));
  return [
    ...fail(String(port) === given, `listens on ${given}, is asked on ${port}`),
    ...found.flatMap((probe) => fail(probe.port === port, `${probe.type} asks port ${probe.port}`)),
    ...fail(paths['Liveness'] === '/healthz' && paths['Startup'] === '/healthz', 'alive is asked of /healthz'),
    ...fail(paths['Readiness'] === '/readyz', 'ready is asked of /readyz'),
    ...Object.values(paths).flatMap((path) =>
      fail(source('bot/doors/http.ts').includes(`server.get('${path}'`), `the service has no ${path}`),
    ),
  ];
};

const scaling: Policy = (deployed) => {
  const [app] = ofType(deployed, '/containerApps');
  const [min, max] = ['minReplicas', 'maxReplicas'].map((name) =>
    Number(at(app?.body, 'properties', 'template', 'scale', name)),
  );
  const grace = Number(at(app?.body, 'properties', 'template', 'terminationGracePeriodSeconds'));
  return [
    ...fail((min ?? 0) >= 1 && (max ?? 0) > (min ?? 0), `scales from ${min} to ${max}`),
    ...fail(grace >= 30, `is cut off ${grace} s after SIGTERM`),
  ];
};

const bot: Policy = (deployed) => {
  const [found] = ofType(deployed, '/botServices');
  const of = (name: string) => at(found?.body, 'properties', name);
  const path = /const PATH = '([^']+)'/.exec(source('bot/channels/teams/open-teams.ts'))?.[1];
  const images = new Set(containersOf(deployed).map(({ body }) => at(body, 'image')));
  return [
    ...fail(of('msaAppType') === 'UserAssignedMSI', 'the bot has a managed identity and no password'),
    ...fail(of('disableLocalAuth') === true, 'bot: no keys'),
    ...fail(path !== undefined && String(of('endpoint')).endsWith(path), `Teams calls ${of('endpoint')}`),
    ...fail(
      ofType(deployed, '/channels').some(({ name }) => name.endsWith('MsTeamsChannel')),
      'no Teams channel',
    ),
    ...fail(images.size === 1, 'one image for the service and the jobs'),
  ];
};

/** Only where they are asked for, only into the own workspace, and nobody writes without a role. */
const traces: Policy = (deployed, stage) => {
  const found = ofType(deployed, '/components');
  const publishers = ofType(deployed, '/roleAssignments').filter(({ body }) =>
    String(at(body, 'properties', 'roleDefinitionId')).endsWith('3913510d-42f4-4e42-8a64-420c390055eb'),
  );
  const told = containersOf(deployed).flatMap(({ of, env }) =>
    env.filter(({ name }) => name === 'APPLICATIONINSIGHTS_CONNECTION_STRING').map(() => of),
  );
  if (stage === 'pilot') return fail(found.length + publishers.length + told.length === 0, 'a pilot sends no traces');
  return [
    ...found.flatMap(({ body }) => [
      ...fail(at(body, 'properties', 'DisableLocalAuth') === true, 'traces: whoever knows the string may write'),
      ...fail(String(at(body, 'properties', 'WorkspaceResourceId')).includes('workspace'), 'traces: kept elsewhere'),
    ]),
    ...fail(found.length === 1 && publishers.length === 1, 'traces: a place, and one who may write there'),
    ...fail(told.includes('bansou') && told.includes('bansou-tick'), `traces: only ${told} know where to`),
  ];
};

export const appPolicies: readonly Policy[] = [settingsExist, secretsAreReferences, probes, scaling, bot, traces];
