import { type Acquaintance, provedAt, waitingFor } from '../../programme/acquaintance.ts';
import { ask } from '../../programme/asks.ts';
import { channels } from '../../programme/channel.ts';
import { shortMoment } from '../../programme/day.ts';
import type { Member } from '../../programme/member.ts';
import { type Button, buttons, type Card, card, type Node, notice, text } from '../card.ts';

/** People on one card, and accounts of each: more are found by name. */
const PEOPLE = 3;
const ACCOUNTS = 5;

export type AccountsOf = {
  readonly who: Pick<Member, 'id' | 'name' | 'office'>;
  readonly accounts: readonly Acquaintance[];
};

export type AccountsView = {
  readonly people: readonly AccountsOf[];
  /** The account this is read in, which nobody cuts under their own feet. */
  readonly here: string;
  /** Who reads it. */
  readonly reader: string;
  readonly said?: Node | undefined;
};

/** In which chats somebody is taken for this person; each can be cut, and what waits can be let in. */
export function accountsCard({ people, here, reader, said }: AccountsView): Card {
  const shown = people.slice(0, PEOPLE);
  return card(
    'この人として使われているチャット',
    `チャット: ${shown.map(({ who }) => `${who.name}さん`).join('、')}`,
    said ?? [],
    shown.flatMap((one) => personNodes(one, here, reader)),
    people.length > PEOPLE ? text(`ほか${people.length - PEOPLE}人。「チャット 氏名」で確かめられます。`, 'quiet') : [],
  );
}

function personNodes({ who, accounts }: AccountsOf, here: string, reader: string): readonly Node[] {
  const more = accounts.length - ACCOUNTS;
  return [
    text(who.id === reader ? 'あなたのチャット' : `${who.name}さん（${who.office}）`, 'heading'),
    ...(accounts.length === 0 ? [text('使われているチャットはありません。', 'quiet')] : []),
    ...accounts.slice(0, ACCOUNTS).flatMap((account) => accountNodes(account, here)),
    ...(more > 0 ? [text(`ほか${more}件`, 'quiet')] : []),
  ];
}

function accountNodes(account: Acquaintance, here: string): readonly Node[] {
  if (waitingFor(account) !== undefined)
    return [
      notice('attention', `${lineOf(account)}・確認を待っています`),
      answers(account.id, '認める', '本人ではない'),
    ];
  if (account.id === here) return [text(`${lineOf(account)}・今お使いのチャット`)];
  return [text(lineOf(account)), buttons(cut(account.id, 'このチャットを切る'))];
}

const proofNames = { email: 'メールで確認', code: '招待コードで登録', yes: '招待コードで登録し、確認済み' } as const;

function lineOf(account: Acquaintance): string {
  const since = shortMoment(
    new Date(waitingFor(account) === undefined ? provedAt(account) : (account.claim?.at ?? account.metAt)),
  );
  const how = account.proved ? `・${proofNames[account.proved.by]}` : '';
  return `${channels[account.channel].called}（${since}から${how}）`;
}

const cut = (account: string, label: string): Button => ({
  label,
  ask: ask('cut-account', { account }),
  look: 'danger',
});
const answers = (account: string, yes: string, no: string): Node =>
  buttons({ label: yes, ask: ask('accept-account', { account }), look: 'primary' }, cut(account, no));

/** To those who can tell: somebody came in as this person by a code, beside what they have. */
export function claimCard(account: Acquaintance, who: Member, reader: Pick<Member, 'id'>): Card {
  const isOwn = who.id === reader.id;
  const whose = isOwn ? 'あなた' : `${who.name}さん（${who.office}）`;
  const product = channels[account.channel].called;
  const at = shortMoment(new Date(account.claim?.at ?? account.metAt));
  const all: Button = { label: 'チャットの一覧', ask: ask('show-accounts', isOwn ? {} : { person: who.name }) };
  if (waitingFor(account) === undefined)
    return card(
      'チャットが増えました',
      '登録されたチャットの確認をお願いします。',
      notice('attention', `${whose}として使うチャットが増えました。`),
      text(`${at}に、${product}の新しいチャットが加わりました。心当たりがなければ切ってください。`),
      buttons(cut(account.id, 'このチャットを切る'), all),
    );
  return card(
    'チャットの確認',
    '登録の申し出の確認をお願いします。',
    notice('attention', `${whose}として、${product}の新しいチャットから登録の申し出がありました。`),
    text(`${at}に招待コードが使われました。認めるまで、このチャットには何も見せず、何も届けません。`),
    text(
      isOwn ? '身に覚えがなければ「自分ではない」を押してください。' : 'ご本人に電話などで確かめてから選んでください。',
      'quiet',
    ),
    isOwn ? answers(account.id, '自分です', '自分ではない') : answers(account.id, '認める', '本人ではない'),
  );
}

/** To whoever used the code. */
export function claimWaits(): Card {
  const sentence = '招待コードを受け付けました。確認が済むまでお待ちください。';
  return card(
    '確認を待っています',
    sentence,
    notice('attention', sentence),
    text('すでに別のチャットが登録されているため、事務局と、登録済みのチャットに確認をお願いしています。'),
    text('認められると、このチャットでそのまま使えます。お急ぎのときは事務局へご連絡ください。', 'quiet'),
  );
}
