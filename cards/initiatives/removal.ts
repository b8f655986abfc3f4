import { ask } from '../../programme/asks.ts';
import { currentInitiative, type Initiative } from '../../programme/initiatives/initiative.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Card, facts, notice, offering, text } from '../card.ts';
import { never } from '../understood.ts';
import { nameOfInitiative, partFacts } from './initiative-facts.ts';

type About = { readonly municipality: Municipality; readonly one: Initiative };

/** Whether an initiative is to be taken off the 工程表. */
export function confirmRemovalCard({ municipality, one }: About, reason: string | undefined): Card {
  const { content, number } = currentInitiative(one);
  const question = `「${content.name}」を工程表から外しますか。まだ外していません。`;
  const of = { municipality: municipality.code, initiative: one.id, ...(reason ? { reason } : {}) };
  return offering(
    '工程表から外す',
    `${municipality.name}　${question}`,
    text(question, 'strong'),
    text(municipality.name, 'quiet'),
    facts(...partFacts(content, 'content', one.year).slice(1, 4), ...(reason ? [['理由', reason] as const] : [])),
    text('外しても、書いた内容は残ります。あとで戻せます。', 'quiet'),
    buttons(
      { label: 'はい、外す', look: 'danger', ask: ask('remove-initiative', { ...of, meant: String(number) }) },
      never,
    ),
  );
}

export function removedCard({ municipality, one }: About): Card {
  const sentence = `「${nameOfInitiative(one)}」を工程表から外しました。`;
  const of = { municipality: municipality.code, initiative: one.id };
  return offering(
    '工程表から外しました',
    `${municipality.name}　${sentence}`,
    notice('good', sentence),
    text(municipality.name, 'quiet'),
    buttons(
      { label: '元に戻す', ask: ask('remove-initiative', { ...of, back: 'yes' }) },
      { label: '工程表', ask: ask('show-initiatives', { municipality: municipality.code }) },
    ),
  );
}

export function broughtBackCard({ municipality, one }: About): Card {
  const sentence = `「${nameOfInitiative(one)}」を工程表に戻しました。`;
  const of = { municipality: municipality.code, initiative: one.id };
  return offering(
    '工程表に戻しました',
    `${municipality.name}　${sentence}`,
    notice('good', sentence),
    text(municipality.name, 'quiet'),
    buttons(
      { label: '取組を見る', ask: ask('show-initiatives', of) },
      { label: '工程表', ask: ask('show-initiatives', { municipality: municipality.code }) },
    ),
  );
}
