import { ask } from '../../programme/asks.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { termName } from '../../programme/support/assign.ts';
import type { Coverage } from '../../programme/support/coverage.ts';
import type { Term } from '../../programme/term.ts';
import { buttons, type Card, card, list, type Node, notice, type Row, text } from '../card.ts';
import { servingName, servingTerm } from './dispatch.ts';

/**
 * Who serves a municipality: what its own people wish for goes to the secretariat; whoever only looks on is offered
 * what there is to see.
 */
export function townServedCard(coverage: Coverage, today: string, mayWish: boolean): Card {
  const { municipality, now, next } = coverage;
  const served = [...now, ...next];
  const people = served.map((serving) => servingName(serving, today));
  return card(
    `${municipality.name}の派遣`,
    `${municipality.name}の派遣: ${people.join('、') || '今は担当がいません'}`,
    people.length > 0
      ? list(served.map((each): Row => ({ title: `${each.expert.name}さん`, detail: servingTerm(each, today) })))
      : notice(
          'attention',
          `今は担当の派遣人材がいません。${mayWish ? '決まるまでのことは、事務局へ相談してください。' : ''}`,
        ),
    ...(mayWish ? wishNodes(municipality) : lookNodes(municipality)),
  );
}

const wishNodes = ({ code }: Municipality): readonly Node[] => [
  text('派遣先と期間は事務局が決めます。希望や困りごとは、事務局へお知らせください。', 'quiet'),
  buttons(
    { label: '派遣の希望', ask: ask('set-needs', { municipality: code }) },
    { label: '派遣人材に見せずに相談', ask: ask('ask-help', { municipality: code, aside: 'yes' }) },
  ),
];

const lookNodes = ({ code }: Municipality): readonly Node[] => [
  text('派遣先と期間は、事務局が県と協議して決めます。', 'quiet'),
  buttons(
    { label: '派遣状況を見る', ask: ask('show-support-figures', { municipality: code }) },
    { label: '訪問一覧', ask: ask('show-visits', { municipality: code }) },
    { label: '派遣の一覧', ask: ask('show-dispatch') },
  ),
];

/** Where an expert serves, until when. */
export function ownTermsCard(
  rows: readonly { readonly municipality: Municipality; readonly term: Term | undefined }[],
): Card {
  const terms = rows.map(({ term }) => (term ? termName(term) : '終了日は未定'));
  return card(
    'あなたの派遣先',
    `あなたの派遣先: ${rows.map(({ municipality }, at) => `${municipality.name} ${terms[at]}`).join('、')}`,
    list(
      rows.map(
        ({ municipality }, at): Row => ({
          title: municipality.name,
          detail: terms[at],
          ask: ask('show-status', { municipality: municipality.code }),
          does: '状況を見る',
        }),
      ),
    ),
    text('派遣先と期間は事務局が決めます。変えてほしいときは、事務局へご連絡ください。', 'quiet'),
  );
}
