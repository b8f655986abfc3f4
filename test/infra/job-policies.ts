import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verbs } from '../../bot/operator/index.ts';
import { at, listAt, ofType } from './azure.ts';
import { identityOf, type Policy } from './data-policies.ts';

const ROOT = join(__dirname, '../..');
const fail = (is: boolean, told: string): string[] => (is ? [] : [told]);

const CRON = /^(\*|\*\/\d+|[\d,-]+)( (\*|\*\/\d+|[\d,/-]+)){4}$/;

const jobs: Policy = (deployed) => {
  const known = verbs.map(({ name }) => name);
  const found = ofType(deployed, '/jobs').map(({ name, body }) => {
    const [container] = listAt(body, 'properties', 'template', 'containers');
    const [verb = '', ...rest] = listAt(container, 'args').map(String);
    const [command = ''] = listAt(container, 'command').map(String);
    const cron = at(body, 'properties', 'configuration', 'scheduleTriggerConfig', 'cronExpression');
    return { name, verb, command, cron, rest };
  });
  const tick = found.find(({ verb }) => verb === 'tick');
  return [
    ...found.flatMap(({ name, verb }) => fail(known.includes(verb), `${name}: there is no verb ${verb}`)),
    ...found.flatMap(({ name, command }) =>
      fail(existsSync(join(ROOT, 'infra/container', command)), `${name}: the image has no ${command}`),
    ),
    ...fail(CRON.test(String(tick?.cron)), `tick at ${tick?.cron}`),
    ...fail(tick?.rest.includes('--json') === true, 'tick prints what the alerts read'),
    ...['import', 'export', 'retention'].flatMap((wanted) =>
      fail(
        found.some(({ verb }) => verb === wanted),
        `no job does ${wanted}`,
      ),
    ),
  ];
};

const BY_OPERATORS = ['retention', 'erase'];

/** Who may remove audit entries removes what is old, at an operator's word, and talks to nobody. */
const operators: Policy = (deployed) => {
  const runs = [...ofType(deployed, '/containerApps'), ...ofType(deployed, '/jobs')].map(({ name, body }) => ({
    name,
    who: identityOf(body),
    verb: String(at(body, 'properties', 'template', 'containers', 0, 'args', 0)),
    isByHand: at(body, 'properties', 'configuration', 'triggerType') === 'Manual',
    secrets: listAt(body, 'properties', 'configuration', 'secrets').length,
    puller: at(body, 'properties', 'configuration', 'registries', 0, 'identity'),
  }));
  const service = runs[0]?.who;
  return runs.flatMap(({ name, who, verb, isByHand, secrets, puller }) => {
    const isOperators = BY_OPERATORS.includes(verb);
    return [
      ...fail((who !== service) === isOperators, `${name}: runs ${verb} as ${who}`),
      ...fail(!isOperators || (isByHand && secrets === 0), `${name}: is started by hand and knows no secrets`),
      ...fail(puller === who, `${name}: has its image fetched by ${puller}`),
    ];
  });
};

/** What they write stays when they end. */
const shares: Policy = (deployed) =>
  ofType(deployed, '/jobs').flatMap(({ name, body }) => {
    const container = at(body, 'properties', 'template', 'containers', 0);
    const places = listAt(container, 'args')
      .map(String)
      .filter((word) => word.startsWith('/'));
    const mounts = listAt(container, 'volumeMounts').map((mount) => `${at(mount, 'mountPath')}/`);
    return places.flatMap((place) =>
      fail(
        mounts.some((mount) => place.startsWith(mount)),
        `${name}: nothing is mounted at ${place}`,
      ),
    );
  });

export const jobPolicies: readonly Policy[] = [jobs, operators, shares];
