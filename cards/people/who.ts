import { ask } from '../../programme/asks.ts';
import { channels } from '../../programme/channel.ts';
import { type Member, roleNames } from '../../programme/member.ts';
import { buttons, type Card, card, facts, text } from '../card.ts';

/** What the bot knows of the person: nothing hidden. */
export function whoYouAre(who: Member, municipalities: readonly string[]): Card {
  return card(
    '登録の内容',
    `${who.name}さん（${roleNames[who.role]}）として登録されています。`,
    facts(
      ['氏名', who.name],
      ['役割', roleNames[who.role]],
      ['所属', who.office],
      [
        who.role === 'observer' ? '市町村' : '担当市町村',
        municipalities.length > 0 ? municipalities.join('、') : '全体',
      ],
      ['届けるチャット', channels[who.chat].called],
    ),
    text('違うところがあれば事務局へお知らせください。', 'quiet'),
    buttons(
      who.role === 'observer'
        ? { label: '共有資料を見る', ask: ask('show-shared'), look: 'primary' }
        : { label: '状況を見る', ask: ask('show-status'), look: 'primary' },
      { label: 'できることを見る', ask: ask('help') },
    ),
  );
}

export function stranger(): Card {
  const sentence = 'まだ名簿で確認できていません。事務局から届いた招待コードで登録してください。';
  return card(
    '登録がまだです',
    sentence,
    text(sentence),
    text('招待コードがないときは、事務局へ「伴走ボットを使いたい」とお伝えください。', 'quiet'),
    buttons({ label: '登録する', ask: ask('register'), look: 'primary' }),
  );
}
