import { asText, type Value } from './value.ts';

type Fn = (...args: readonly Value[]) => Value;

/** The functions our files use, with values that only Azure knows written as what was asked. */
const table: Readonly<Record<string, Fn>> = {
  concat: (...lists) => lists.flatMap((list) => (Array.isArray(list) ? list : [])),
  empty: (value) =>
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (isPlain(value) && Object.keys(value).length === 0),
  items: (value) => (isPlain(value) ? Object.entries(value).map(([key, each]) => ({ key, value: each })) : []),
  json: (text) => JSON.parse(String(text)) as Value,
  string: (value) => asText(value),
  take: (text, count) => String(text).slice(0, Number(count)),
  guid: (...parts) => `guid(${parts.map(asText).join(',')})`,
  uniqueString: () => 'u1n2i3q4u5e6s',
  cidrSubnet: (space, size, at) => `${asText(space)}#${asText(size)}.${asText(at)}`,
  subscriptionResourceId: (type, id) => `/subscriptions/0/providers/${asText(type)}/${asText(id)}`,
  resourceGroup: () => ({ id: '/subscriptions/0/resourceGroups/rg', location: 'japaneast' }),
  subscription: () => ({ tenantId: 'tenant', subscriptionId: '0' }),
  environment: () => ({ suffixes: { storage: 'core.windows.net', keyvaultDns: '.vault.azure.net' } }),
};

export const functionNames: ReadonlySet<string> = new Set(Object.keys(table));

export function callFunction(name: string, args: readonly Value[]): Value {
  const fn = table[name];
  if (!fn) throw new Error(`unknown function ${name}`);
  return fn(...args);
}

function isPlain(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
