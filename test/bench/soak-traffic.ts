import { dice } from '../../demo/people.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import type { FakeLineWorks } from '../fakes/line-works/fake-line-works.ts';
import type { FakeTeams } from '../fakes/teams/fake-teams.ts';
import { callbackOf } from './line-works-callback.ts';

/** One thing somebody does. It resolves with what went wrong, if anything. */
export type Turn = { readonly chat: 'teams' | 'line-works'; send(): Promise<string | undefined> };

/** One LINE WORKS bot may send 240 messages a minute, and an answer is up to three: so one turn a second is of it. */
const LINE_WORKS_EVERY = 50;
/** A token of the channel lives for an hour; it is minted anew every so many turns. */
const TOKEN_TURNS = 3_000;

const STEERING = ['ダイジェスト', '未報告', '会議', 'ヘルプ', '配信状況', '状況 小海町', 'KPI 川上村'];
const LOOKING = ['状況', 'KPI', '週次報告', '項目 S1-3', '履歴 K0-03', '会議', 'ヘルプ', '自分', 'なぜ', 'ほげほげ'];

/** Everyone of the roster in Teams and in LINE WORKS, doing what people do, from one seed. */
export function trafficOf(
  content: ProgrammeContent,
  { teams, works }: { teams: FakeTeams; works: FakeLineWorks },
  origin: string,
): () => Turn {
  const roll = dice(1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)] as T;
  const members = content.members.filter(({ role, email }) => role !== 'observer' && email !== undefined);
  const people = members.map(({ name, role, email = '', municipalities }) => {
    const [town = ''] = municipalities;
    const items = content.items.filter(({ municipality, year }) => municipality === town && year === 'this');
    return {
      role,
      town,
      ...{
        items: items.map(({ item }) => item),
        kpis: content.kpis.filter(({ municipality }) => municipality === town),
      },
      ...{ inTeams: teams.person({ name, email }), inLineWorks: works.enrol({ name, email }) },
    };
  });
  type Doing = { readonly said: string } | { readonly command: string; readonly input: Record<string, unknown> };
  const doing = ({ role, items, kpis }: (typeof people)[number]): Doing => {
    if (role === 'prefecture' || role === 'secretariat') return { said: pick(STEERING) };
    const share = roll();
    const [kpi, item] = [pick(kpis)?.kpi, pick(items)];
    if (share < 0.08 && kpi) return { said: `KPI報告 ${kpi} ${Math.floor(roll() * 40)}/40` };
    if (share < 0.14 && item)
      return { command: 'report-item', input: { item, stage: pick(['considering', 'inProgress']) } };
    return share < 0.2 ? { command: 'carry-over', input: {} } : { said: pick(LOOKING) };
  };

  let count = 0;
  let authorization = '';
  return () => {
    if (count % TOKEN_TURNS === 0)
      authorization = `Bearer ${teams.identity.mint(teams.appId, teams.connector.serviceUrl)}`;
    count++;
    const person = pick(people);
    const what = doing(person);
    const id = `soak-${count}`;
    return count % LINE_WORKS_EVERY === 0
      ? {
          chat: 'line-works',
          send: () => callback(works, `${origin}/line-works/callback`, person.inLineWorks.userId, what),
        }
      : { chat: 'teams', send: () => activity(teams, { id, authorization }, person.inTeams, what) };
  };
}

async function activity(
  teams: FakeTeams,
  { id, authorization }: { id: string; authorization: string },
  { account, room }: ReturnType<FakeTeams['person']>,
  what: object,
): Promise<string | undefined> {
  const did =
    'command' in what
      ? {
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { data: { bansou: 1, command: what.command, given: Reflect.get(what, 'input') } } },
        }
      : { type: 'message', text: Reflect.get(what, 'said') };
  const whole = {
    ...{
      ...did,
      id,
      channelId: 'msteams',
      serviceUrl: teams.connector.serviceUrl,
      timestamp: new Date().toISOString(),
    },
    ...{ from: { id: account.id, name: account.name }, recipient: { id: `28:${teams.appId}` } },
    conversation: { id: room.id, conversationType: 'personal' },
  };
  const { status } = await teams.post(whole, { authorization });
  return status === 200 ? undefined : `Teams: ${status}`;
}

async function callback(works: FakeLineWorks, url: string, userId: string, what: object): Promise<string | undefined> {
  const content =
    'command' in what
      ? { type: 'text', text: '…', postback: JSON.stringify({ c: what.command, i: Reflect.get(what, 'input') }) }
      : { type: 'text', text: Reflect.get(what, 'said') };
  const status = await callbackOf(works, url, userId, content);
  return status === 200 ? undefined : `LINE WORKS: ${status}`;
}
