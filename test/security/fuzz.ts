import { isDeepStrictEqual } from 'node:util';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { faultText } from '../../documents/workbook/fault.ts';
import { readWorkbook, type WorkbookRead } from '../../documents/workbook/read.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { bytesOf, workbookOf } from '../workbook/sample.ts';
import { activityOf, forgedActivity, forgedTokens } from './activities.ts';
import { forgedCallback, signedCallback } from './callbacks.ts';
import type { Doors } from './doors.ts';
import { type Grammar, grammarOf, jsonOf } from './grammar.ts';
import { sameWorkbook } from './same-workbooks.ts';
import { brokenWorkbook } from './workbooks.ts';

/** What should not have happened, with what brought it about. */
export type Find = { readonly door: string; readonly what: string; readonly input: string };

/** How many inputs of each kind. */
export type Share = Readonly<
  Record<'forgedActivity' | 'activity' | 'forgedCallback' | 'callback' | 'workbook', number>
>;

/** Beside those of the served tenant, so many of another one. */
const FOREIGN = 0.2;
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const SHOWN = 600;
const SLOW_MS = 5_000;
/** One in so many goes over a socket too. */
const OVER_HTTP = 100;
/** Of a body, and of the headers, which Node itself refuses. */
const TOO_BIG = [413, 431];
/** Of the workbooks that are good still, so many are imported. */
const IMPORTED = 0.02;

/** @param share how many of each. The finds, none of which may be left. */
export async function fuzz(doors: Doors, seed: number, share: Share): Promise<readonly Find[]> {
  const finds: Find[] = [];
  const rejected = (reason: unknown) => void finds.push({ door: 'any', what: `unhandled: ${reason}`, input: '' });
  process.on('unhandledRejection', rejected);
  const prototype = shapeOfPrototypes();
  try {
    finds.push(...(await forgedOnes(doors, grammarOf(seed), share)));
    finds.push(...(await signedOnes(doors, grammarOf(seed + 1), share)));
    finds.push(...(await foreignOnes(doors, grammarOf(seed + 3), share.activity * FOREIGN)));
    finds.push(...(await workbooks(grammarOf(seed + 2), share.workbook)));
    if (shapeOfPrototypes() !== prototype) finds.push({ door: 'any', what: 'a prototype was changed', input: '' });
  } finally {
    process.off('unhandledRejection', rejected);
  }
  return finds;
}

const shapeOfPrototypes = () =>
  [Object, Array, String, Function].map(({ prototype }) => Reflect.ownKeys(prototype).map(String).join()).join('|');

/** Nothing of it is let in: no write, nothing said. */
async function forgedOnes(doors: Doors, grammar: Grammar, share: Share): Promise<Find[]> {
  const tokens = forgedTokens(doors);
  const before = JSON.stringify(await doors.world());
  const finds = [
    ...(await through(doors, TEAMS, share.forgedActivity, [400, 401], () => forgedActivity(doors, grammar, tokens))),
    ...(await through(doors, LINE_WORKS, share.forgedCallback, [401], () => forgedCallback(doors, grammar))),
  ];
  if (JSON.stringify(await doors.world()) !== before) finds.push(findOf('forged', 'something was written or said', ''));
  return finds;
}

/** Let in, and odd. Everything is answered, and nothing of it is a fault of ours. */
async function signedOnes(doors: Doors, grammar: Grammar, share: Share): Promise<Find[]> {
  const { identity, appId, connector } = doors.teams;
  const headers = { authorization: `Bearer ${identity.mint(appId, connector.serviceUrl)}` };
  const activity = () => ({ headers, body: jsonOf(activityOf(doors, grammar), grammar) });
  return [
    ...(await through(doors, TEAMS, share.activity, [200, 400, 401, 404], activity)),
    ...(await through(doors, LINE_WORKS, share.callback, [200], () => signedCallback(doors, grammar))),
  ];
}

/** Signed by the channel, of people whom nobody here serves: answered, and nothing of it is kept. */
async function foreignOnes(doors: Doors, grammar: Grammar, count: number): Promise<Find[]> {
  const { identity, appId, connector } = doors.teams;
  const headers = { authorization: `Bearer ${identity.mint(appId, connector.serviceUrl)}` };
  const activity = () => {
    const { conversation, channelData: _, ...rest } = activityOf(doors, grammar, ELSEWHERE);
    const place = typeof conversation === 'object' ? conversation : {};
    return { headers, body: jsonOf({ ...rest, conversation: { id: 'a:x', ...place, tenantId: ELSEWHERE } }, grammar) };
  };
  const { stored } = Object(await doors.world());
  const before = JSON.stringify(stored);
  const finds = await through(doors, TEAMS, Math.round(count), [200, 400, 401, 404], activity);
  if (JSON.stringify(Object(await doors.world()).stored) !== before)
    finds.push(findOf('another tenant', 'something was kept', ''));
  for (const [name, value] of Object.entries(stored))
    if (!RAW.test(name) && DIRECTION.test(JSON.stringify(value)))
      finds.push(findOf('any', 'a control of direction was kept', `${name} ${JSON.stringify(value)}`));
  return finds;
}

const ELSEWHERE = '99999999-0000-0000-0000-000000000001';
/** Ids of the product, and what it sent: kept as they came, shown to nobody. */
const RAW = /^(acquaintances|received)\//;

type Door = { readonly name: string; readonly path: string; readonly post: (doors: Doors) => Doors['postActivity'] };
const TEAMS: Door = { name: 'activity', path: '/api/messages', post: (doors) => doors.postActivity };
const LINE_WORKS: Door = { name: 'callback', path: '/line-works/callback', post: (doors) => doors.postCallback };
type Sent = { readonly headers: Readonly<Record<string, string | undefined>>; readonly body: string };

async function through(
  doors: Doors,
  { name, path, post }: Door,
  count: number,
  expected: readonly number[],
  make: () => Sent,
): Promise<Find[]> {
  const finds: Find[] = [];
  const judge = (how: string, allowed: readonly number[], status: number, body: string) => {
    if (!allowed.includes(status)) finds.push(findOf(how, `answered ${status}`, body));
    for (const line of errorsIn(doors)) finds.push(findOf(how, JSON.stringify(line).slice(0, SHOWN), body));
  };
  for (let done = 0; done < count; done++) {
    const { headers, body } = make();
    judge(name, expected, await post(doors)(headers, body), body);
    if (done % OVER_HTTP !== 0) continue;
    judge(`${name} over HTTP`, [...expected, ...TOO_BIG], await overHttp(`${doors.url}${path}`, headers, body), body);
  }
  return finds;
}

/** Of the workbooks, so many are good ones written in another way. */
const SAME = 0.25;

/** Any bytes are read or refused with a fault, soon; what is read can be imported, and the same is read as the same. */
async function workbooks(grammar: Grammar, count: number): Promise<Find[]> {
  const good = await bytesOf(workbookOf());
  const wanted = await readWorkbook(good);
  const finds: Find[] = [];
  for (let done = 0; done < count; done++) {
    const isSame = grammar.chance(SAME);
    const bytes = isSame ? sameWorkbook(good, grammar) : brokenWorkbook(good, grammar);
    const began = performance.now();
    const problem = isSame ? await changeIn(bytes, wanted) : await problemOf(bytes, grammar.chance(IMPORTED));
    const took = performance.now() - began;
    const slow = took > SLOW_MS ? `took ${Math.round(took)} ms` : undefined;
    for (const what of [problem, slow]) if (what) finds.push(findOf('workbook', what, bytes.toString('base64')));
  }
  return finds;
}

async function changeIn(bytes: Buffer, wanted: WorkbookRead): Promise<string | undefined> {
  const read = await readWorkbook(bytes);
  if (!read.ok) return `refused: ${read.faults.map(faultText).join(' ')}`;
  return wanted.ok && isDeepStrictEqual(read.content, wanted.content) ? undefined : 'read as something else';
}

async function problemOf(bytes: Buffer, withImport: boolean): Promise<string | undefined> {
  try {
    const read = await readWorkbook(bytes);
    if (!read.ok) return read.faults.length === 0 ? 'refused without a fault' : undefined;
    if (withImport) await imported(read.content);
    return undefined;
  } catch (error) {
    return String(error instanceof Error ? error.stack : error);
  }
}

async function imported(content: Parameters<typeof importWorkbook>[1]): Promise<void> {
  const { store, close } = openEmbedded(':memory:');
  try {
    await importWorkbook(store, content, new Date('2024-10-01T10:00:00+09:00'));
  } finally {
    await close();
  }
}

const ERROR = 50;
const errorsIn = (doors: Doors) => doors.lines().filter(({ level }) => level >= ERROR);
const findOf = (door: string, what: string, input: string): Find => ({ door, what, input: input.slice(0, SHOWN) });

async function overHttp(url: string, headers: object, body: string): Promise<number> {
  const fit = Object.entries(headers).filter(([, value]) => typeof value === 'string' && /^[\x20-\x7e]*$/.test(value));
  const response = await fetch(url, { method: 'POST', headers: Object.fromEntries(fit), body });
  await response.arrayBuffer();
  return response.status;
}
