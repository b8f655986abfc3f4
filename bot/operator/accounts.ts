import { type Acquaintance, cutOff, provedAt, waitingFor } from '../../programme/acquaintance.ts';
import { ask } from '../../programme/asks.ts';
import { channels } from '../../programme/channel.ts';
import { shortMoment } from '../../programme/day.ts';
import type { Member } from '../../programme/member.ts';
import { shapelessName } from '../../programme/person-name.ts';
import { MEMBERS, type Store } from '../../storage/collections.ts';
import { accountAt, allAccounts } from '../who/accounts.ts';
import { writer } from '../writer.ts';
import { misspelt, notImported, type Outcome, type Verb, withStore } from './verb.ts';

export const accountsVerb: Verb = {
  name: 'accounts',
  usage: 'accounts [氏名] | --cut ID',
  help: 'だれとして、どのチャットが使われているかの一覧。--cut で1つを切ります。',

  async run({ rest: [said], cut, config, now }) {
    if (said !== undefined && cut !== undefined)
      return misspelt({
        ok: false,
        lines: [`--cut に「${said}」は要りません。外してください。`],
        data: { cut: false },
      });
    return withStore(config, (store) => (cut === undefined ? listed(store, said) : cutOne(store, cut, now)));
  },
};

async function listed(store: Store, said: string | undefined): Promise<Outcome> {
  const members = new Map((await store.members.list(MEMBERS)).map(({ value }) => [value.id, value]));
  const isMeant = ({ name }: Member) => said === undefined || shapelessName(name).startsWith(shapelessName(said));
  if (said !== undefined && ![...members.values()].some(isMeant)) return nobody(said, members.size);
  const rows = (await allAccounts(store)).flatMap((account) => {
    const member = members.get(account.member ?? waitingFor(account) ?? '');
    return member && isMeant(member) ? [{ account, member }] : [];
  });
  const sorted = rows.toSorted((a, b) =>
    `${a.member.office} ${a.member.id}`.localeCompare(`${b.member.office} ${b.member.id}`),
  );
  const lines = sorted.map(({ account, member }) =>
    [member.office, member.name, channels[account.channel].called, stateOf(account, member.active), account.id].join(
      '\t',
    ),
  );
  const data = sorted.map(({ account: { id, channel, claim, proved }, member }) => ({
    id,
    channel,
    member: member.id,
    name: member.name,
    waiting: claim?.granted === false,
    ...(proved ? { proved } : {}),
  }));
  return {
    ok: true,
    lines: lines.length > 0 ? lines : ['使われているチャットはありません。'],
    data: { accounts: data },
  };
}

function nobody(said: string, members: number): Outcome {
  const line = `「${said}」は名簿にありません。氏名か、氏名の初めの文字を指定してください。`;
  return { ok: false, lines: [members === 0 ? notImported : line], data: { accounts: [] } };
}

function stateOf(account: Acquaintance, isActive: boolean): string {
  if (waitingFor(account) !== undefined) return '確認待ち';
  return `${shortMoment(new Date(provedAt(account)))}から${isActive ? '' : '（名簿にいない人）'}`;
}

async function cutOne(store: Store, id: string, now: Date): Promise<Outcome> {
  const { partition } = accountAt(id);
  const found = (await store.acquaintances.get(partition, id))?.value;
  if (!found)
    return {
      ok: false,
      lines: [`${id} というチャットはありません。accounts で ID を確かめてください。`],
      data: { cut: false },
    };
  const at = now.toISOString();
  const { command } = ask('cut-account', { account: id });
  const change = writer(store, { by: 'operator', at, via: 'cli', ask: `${command}-${at}` }, command);
  await change('acquaintances', accountAt(id), (known = found) => cutOff(known, now));
  const lines = ['チャットを切りました。もう一度使うときは、invite で新しい招待コードを渡してください。'];
  return { ok: true, lines, data: { cut: true, id } };
}
