import { ask } from '../../programme/asks.ts';
import { fullDate, shortDate } from '../../programme/day.ts';
import type { FundingTalk } from '../../programme/funding/funding-record.ts';
import { fundingShort } from '../../programme/funding/funding-terms.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Card, facts, list, type Node, notice, offering, text } from '../card.ts';
import { excerpt } from '../excerpt.ts';
import { pageButtons } from '../page-buttons.ts';
import { never } from '../understood.ts';

type About = { readonly municipality: Municipality; readonly initiative?: string | undefined };
type Page = { readonly shown: readonly FundingTalk[]; readonly at: number; readonly pages: number };

/** Which 協議 is to be taken off. */
export function whichTalkCard({ shown, at, pages }: Page, { municipality, initiative }: About): Card {
  const of = { municipality: municipality.code, initiative };
  const question = shown.length > 0 ? 'どの協議を消しますか。' : '記録した協議はありません。';
  return offering(
    '県との協議を消す',
    `${municipality.name}　${question}`,
    text(question, 'strong'),
    text(municipality.name, 'quiet'),
    list(
      shown.map((talk) => ({
        title: `${shortDate(talk.day)} ${talk.division}`,
        detail: `${talk.funding ? `${fundingShort(talk.funding)}: ` : ''}${excerpt(talk.result, 60)}`,
        ask: ask('remove-funding-talk', { ...of, talk: talk.ask }),
      })),
    ),
    buttons(...pageButtons(at, pages, (page) => ask('remove-funding-talk', { ...of, page })), {
      label: '財源',
      ask: ask('show-funding', of),
    }),
  );
}

/** Whether it is to be taken off, with what it says. */
export function confirmTalkRemovalCard(talk: FundingTalk, { municipality }: About): Card {
  const question = `${fullDate(talk.day)}の協議を消しますか。まだ消していません。`;
  return offering(
    '県との協議を消す',
    `${municipality.name}　${question}`,
    text(question, 'strong'),
    text(municipality.name, 'quiet'),
    facts(['県の課', talk.division], ['結果', talk.result]),
    text('消したことは記録に残り、元に戻せます。', 'quiet'),
    buttons(
      {
        ...{ label: 'はい、消す', look: 'danger' },
        ask: ask('remove-funding-talk', { municipality: municipality.code, talk: talk.ask, sure: 'yes' }),
      },
      never,
    ),
  );
}

export const talkRemovedNodes = (talk: FundingTalk, municipality: string, isBack: boolean): readonly Node[] => [
  notice('good', `${fullDate(talk.day)}の協議を${isBack ? '元に戻しました' : '消しました'}。`),
  ...(isBack
    ? []
    : [buttons({ label: '元に戻す', ask: ask('remove-funding-talk', { municipality, talk: talk.ask, back: 'yes' }) })]),
];
