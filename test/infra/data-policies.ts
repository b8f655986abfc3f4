import { kinds } from '../../storage/collections.ts';
import { at, listAt, ofType } from './azure.ts';
import type { Deployment, Resource } from './bicep/deploy.ts';

/** What is promised of the places where data lies; each gives what breaks it. */
export type Policy = (deployed: Deployment, stage: 'pilot' | 'production') => string[];

const fail = (is: boolean, told: string): string[] => (is ? [] : [told]);
const property = (resource: Resource | undefined, ...path: readonly (string | number)[]) =>
  at(resource?.body['properties'], ...path);

const account: Policy = (deployed, stage) => {
  const [found, ...more] = ofType(deployed, '/databaseAccounts');
  const regions = listAt(found?.body, 'properties', 'locations');
  const isServerless = listAt(found?.body, 'properties', 'capabilities').length === 1;
  return [
    ...fail(more.length === 0 && found !== undefined, 'one Cosmos account'),
    ...fail(property(found, 'disableLocalAuth') === true, 'Cosmos: local keys are off'),
    ...fail(regions.length === 1, 'Cosmos: data stays in one region'),
    ...fail(property(found, 'enableMultipleWriteLocations') === false, 'Cosmos: one region to write in'),
    ...fail(property(found, 'backupPolicy', 'type') === 'Continuous', 'Cosmos: continuous backup'),
    ...fail(
      property(found, 'consistencyPolicy', 'defaultConsistencyLevel') === 'Session',
      'Cosmos: session consistency',
    ),
    ...fail(isServerless === (stage === 'pilot'), 'Cosmos: serverless for a pilot, autoscale in production'),
  ];
};

const containers: Policy = (deployed) => {
  const wanted = [...new Set(Object.values(kinds).map(({ container }) => container))].toSorted();
  const made = ofType(deployed, '/sqlDatabases/containers');
  const names = made.map(({ body }) => String(body['name'])).toSorted();
  return [
    ...fail(String(names) === String(wanted), `containers ${names} are not those of storage: ${wanted}`),
    ...made.flatMap((each) =>
      fail(String(property(each, 'resource', 'partitionKey', 'paths')) === '/pk', `${each.name}: partition key /pk`),
    ),
  ];
};

const DATA = 'Microsoft.DocumentDB/databaseAccounts/';
const APPEND_ONLY = [
  `${DATA}readMetadata`,
  `${DATA}sqlDatabases/containers/executeQuery`,
  `${DATA}sqlDatabases/containers/items/create`,
  `${DATA}sqlDatabases/containers/items/read`,
];
const AND_REMOVE = [...APPEND_ONLY, `${DATA}sqlDatabases/containers/items/delete`].toSorted();

/** The resource id of the one identity that something runs as. */
export const identityOf = (body: unknown): string =>
  Object.keys(at(body, 'identity', 'userAssignedIdentities') ?? {}).join(' and ');

/** The service adds to the audit log; what operators start may also remove from it; nobody writes an entry anew. */
const grants: Policy = (deployed) => {
  const roles = new Map(
    ofType(deployed, '/sqlRoleDefinitions').map(({ body }) => [
      String(body['name']),
      listAt(body, 'properties', 'permissions', 0, 'dataActions').map(String).toSorted(),
    ]),
  );
  const assigned = ofType(deployed, '/sqlRoleAssignments').map((each) => {
    const role = String(property(each, 'roleDefinitionId'));
    return {
      who: String(property(each, 'principalId')),
      container: /^‹[^›]+›\/dbs\/bansou\/colls\/(\w+)$/.exec(String(property(each, 'scope')))?.[1] ?? 'everything',
      may: role.endsWith('-000000000002') ? 'everything' : [...roles].find(([name]) => role.includes(name))?.[1],
    };
  });
  const wanted = { identity: APPEND_ONLY, operators: AND_REMOVE };
  return Object.entries(wanted).flatMap(([name, audit]) => {
    const own = assigned.filter(({ who }) => who === `‹${name}.properties.principalId›`);
    const reached = own.map(({ container }) => container).toSorted();
    const wrong = own.filter(
      ({ container, may }) => String(may) !== String(container === 'audit' ? audit : 'everything'),
    );
    return [
      ...fail(String(reached) === 'audit,jobs,state', `a grant of ${name} reaches ${reached}`),
      ...wrong.map(({ container, may }) => `${container}: the audit log is append-only, and ${name} may ${may}`),
    ];
  });
};

const vault: Policy = (deployed) => {
  const [found] = ofType(deployed, '/vaults');
  return [
    ...fail(property(found, 'enableRbacAuthorization') === true, 'Key Vault: roles, no access policies'),
    ...fail(property(found, 'enablePurgeProtection') === true, 'Key Vault: nothing is purged early'),
    ...ofType(deployed, '/vaults/secrets').flatMap((each) =>
      fail(typeof property(each, 'attributes', 'exp') === 'number', `${each.name}: has a date to be replaced by`),
    ),
  ];
};

const CLOSED = ['/databaseAccounts', '/vaults', '/storageAccounts'];
const ZONES = [
  'privatelink.documents.azure.com',
  'privatelink.file.core.windows.net',
  'privatelink.vaultcore.azure.net',
];

/** Nothing of it in a pilot; in production all three stores, each with its zone, and the app inside the network. */
const network: Policy = (deployed, stage) => {
  const open = CLOSED.filter((type) => property(ofType(deployed, type)[0], 'publicNetworkAccess') !== 'Disabled');
  const zones = ofType(deployed, '/privateDnsZones')
    .map(({ name }) => name)
    .toSorted();
  const subnet = property(ofType(deployed, '/managedEnvironments')[0], 'vnetConfiguration', 'infrastructureSubnetId');
  const links = ofType(deployed, '/virtualNetworkLinks').length + ofType(deployed, '/privateDnsZoneGroups').length;
  if (stage === 'pilot') return fail(open.length === 3 && zones.length === 0 && !subnet, 'a pilot needs no network');
  return [
    ...open.map((type) => `${type}: public although the network is private`),
    ...fail(String(zones) === String(ZONES) && links === 6, `private names: ${zones}`),
    ...fail(typeof subnet === 'string', 'the app is outside the network'),
  ];
};

const doors: Policy = (deployed) => [
  ...ofType(deployed, '/registries').flatMap((each) => [
    ...fail(property(each, 'adminUserEnabled') === false, 'registry: no admin account'),
    ...fail(property(each, 'anonymousPullEnabled') === false, 'registry: nobody pulls without a name'),
  ]),
  ...ofType(deployed, '/storageAccounts').flatMap((each) => [
    ...fail(property(each, 'allowBlobPublicAccess') === false, 'files: no public blobs'),
    ...fail(property(each, 'minimumTlsVersion') === 'TLS1_2', 'files: TLS 1.2'),
  ]),
  ...ofType(deployed, '/workspaces').flatMap((each) =>
    fail(property(each, 'features', 'disableLocalAuth') === true, 'logs: no workspace keys'),
  ),
];

/** Only what Azure keeps in no region may be elsewhere. */
const GLOBAL = /\/(actionGroups|privateDnsZones|virtualNetworkLinks|botServices|channels)$/;
const region: Policy = ({ resources }) =>
  resources
    .filter(({ type, body }) => 'location' in body && body['location'] !== (GLOBAL.test(type) ? 'global' : 'japaneast'))
    .map(({ type, body }) => `${type} lies in ${body['location']}`);

export const dataPolicies: readonly Policy[] = [account, containers, grants, vault, network, doors, region];
