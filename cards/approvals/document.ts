import { ask } from '../../programme/asks.ts';
import type { Day } from '../../programme/day.ts';
import { actOf } from '../../programme/filing.ts';
import { buttons, type Card, card, facts, notice, text } from '../card.ts';
import { actText, type FilingView, filingStanding, whichFiling } from './filing-view.ts';

/** The number and day of the formal act, to be filled in. */
export function documentFormCard(view: FilingView, day: Day | undefined): Card {
  const { called, title } = view;
  return card(
    '文書番号',
    `${called}「${title}」の文書番号を入力してください。`,
    text(`${called}　${title}`, 'strong'),
    facts(['状態', filingStanding(view)]),
    {
      kind: 'form',
      parts: [
        {
          intro: [],
          fields: [
            { name: 'document', label: '文書番号', type: 'text', required: true, maxLength: 60, hint: '例: 7D第123号' },
            { name: 'day', label: '文書の日付', type: 'date', required: false, value: day },
          ],
        },
      ],
      submit: '記録する',
      ask: ask('record-document', whichFiling(view)),
    },
    buttons({ label: '文書未受領', ask: ask('record-document', { ...whichFiling(view), lacking: 'yes' }) }),
  );
}

/** What is on record as the formal act of a version. */
export function documentCard(view: FilingView, version: number): Card {
  const { called, title, filing } = view;
  const said = actText(view, version) ?? '';
  const has = actOf(filing, version) !== undefined;
  const sentence = has
    ? `文書番号「${said}」を記録しました。`
    : '「文書未受領」のままにしました。届くまで、3開庁日あとと、そのあとは毎週、事務局へ確かめます。';
  return card(
    '文書番号',
    `${called}「${title}」: ${sentence}`,
    notice(has ? 'good' : 'quiet', sentence),
    facts(['件名', title], ['状態', filingStanding(view)], ['文書番号', said]),
    buttons(...(has ? [] : [{ label: '文書番号を入力する', ask: ask('record-document', whichFiling(view)) }]), {
      label: '承認待ち',
      ask: ask('show-waiting'),
    }),
  );
}
