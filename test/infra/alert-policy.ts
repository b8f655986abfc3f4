import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, listAt, ofType } from './azure.ts';
import type { Policy } from './data-policies.ts';

const BOT = join(__dirname, '../../bot');
const fail = (is: boolean, told: string): string[] => (is ? [] : [told]);
const ALERTS = ['delivery-failed', 'delivery-unknown', 'errors', 'line-works-refused', 'no-tick', 'not-ready'];

/** What the service really logs: the fields of every line, by its message. */
const logged = linesOf(
  (readdirSync(BOT, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(BOT, file), 'utf8')),
);

/** What the tick job prints instead. */
const printed = [
  ...(/data: \{ (planned, [^}]+) \}/.exec(readFileSync(join(BOT, 'operator/tick.ts'), 'utf8'))?.[1] ?? '').split(', '),
];

function linesOf(sources: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const call = /log(?:\.\w+|\[[^\]]+\])\(\s*(?:\{([^}]*)\}|[\w(). ]+),\s*'([^']+)',?\s*\)/g;
  const found = sources.flatMap((source) => [...source.matchAll(call)]);
  return new Map(found.map(([, fields = '', message = '']) => [message, [...fields.matchAll(/\w+/g)].map(String)]));
}

/** Every alert looks for lines that are logged, by fields that they have, in 15 minutes, and tells somebody. */
export const alerts: Policy = (deployed) => {
  const found = ofType(deployed, '/scheduledQueryRules');
  const names = found.map(({ name }) => name.replace(/^bansou-/, '')).toSorted();
  const expiry = JSON.stringify(ofType(deployed, '/eventSubscriptions')[0]?.body ?? {});
  return [
    ...fail(String(names) === String(ALERTS), `alerts: ${names}`),
    ...fail(/SecretNearExpiry/.test(expiry) && /actionGroups/.test(expiry), 'nobody hears of credentials that expire'),
    ...fail(printed.length > 1, 'what the tick job prints is not found'),
    ...found.flatMap(({ name, body }) => [
      ...queryFaults(String(at(body, 'properties', 'criteria', 'allOf', 0, 'query'))).map((told) => `${name}: ${told}`),
      ...fail(listAt(body, 'properties', 'actions', 'actionGroups').length === 1, `${name}: tells nobody`),
      ...fail(at(body, 'properties', 'windowSize') === 'PT15M', `${name}: looks at 15 minutes`),
      ...fail(saysWhatToDo(String(at(body, 'properties', 'description'))), `${name}: does not say what to do`),
    ]),
  ];
};

/** A verb of the terminal, a word of the chat, or a page that tells it step by step; and a sentence that asks for it. */
const saysWhatToDo = (told: string): boolean =>
  /bansou [a-z]+|「配信状況」|infra\/README\.md/.test(told) && /(ます|ください)。$/.test(told);

function queryFaults(query: string): string[] {
  const messages = [...query.matchAll(/msg == "([^"]+)"/g)].map(([, message = '']) => message);
  const known = ['level', 'msg', ...messages.flatMap((message) => logged.get(message) ?? [])];
  const fields = [...query.matchAll(/\bline\.(\w+)/g)].map(([, field = '']) => field);
  const asked = query.includes('isempty(msg)') ? [...known, ...printed] : known;
  return [
    ...messages.filter((message) => !logged.has(message)).map((message) => `nobody logs ${message}`),
    ...fields.filter((field) => !asked.includes(field)).map((field) => `no such line has ${field}`),
  ];
}
