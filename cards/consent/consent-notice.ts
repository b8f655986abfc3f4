import { ask } from '../../programme/asks.ts';
import { consentVerdictNames, currentAnswer, OPEN_DAYS_TO_CONSENT } from '../../programme/consent/consent.ts';
import { scopeNames } from '../../programme/consent/scope.ts';
import { buttons, type Card, card, facts, notice, text } from '../card.ts';
import { type ConsentView, materialAsk, materialCalled } from './consent-view.ts';

export type NoticedConsent = {
  readonly view: ConsentView;
  readonly because: 'answered' | 'withdrawn' | 'unanswered';
  readonly nameOf: (member: string) => string;
};

/** To the secretariat: what became of a 承諾依頼. */
export function consentNoticeCard({ view, because, nameOf }: NoticedConsent): Card {
  const answer = currentAnswer(view.consent);
  const sentence = `${view.municipality.name}: ${materialCalled(view)}（${scopeNames[view.consent.scope]}）は${
    because === 'answered' && answer ? `「${consentVerdictNames[answer.verdict]}」です。` : ends[because]
  }`;
  return card(
    '承諾の回答',
    sentence,
    notice(because === 'answered' && answer?.verdict === 'approve' ? 'good' : 'attention', sentence),
    answer && because === 'answered'
      ? facts(
          ['回答した方', [answer.post, nameOf(answer.by)].filter(Boolean).join(' ')],
          ...(answer.condition ? [['条件・理由', answer.condition] as const] : []),
          ...(answer.document ? [['決裁番号', answer.document] as const] : []),
        )
      : [],
    text(next(view, because), 'quiet'),
    buttons({ label: '内容を見る', ask: materialAsk(view) }, { label: '承諾一覧', ask: ask('show-consents') }),
  );
}

const ends = {
  answered: '回答済みです。',
  withdrawn: '撤回されました。もうだれにも見えません。',
  unanswered: `${OPEN_DAYS_TO_CONSENT}開庁日のあいだ回答がなく、未回答（承諾なし）になりました。`,
} as const;

function next({ consent, approval }: ConsentView, because: NoticedConsent['because']): string {
  if (because === 'withdrawn') return 'すでに届けたものの扱いを確かめてください。';
  if (because === 'unanswered') return 'もう一度お願いするときは「承諾依頼」を送ってください。';
  const verdict = currentAnswer(consent)?.verdict;
  if (verdict === 'conditional') return '条件に合わせて直すと新しい版になり、もう一度承諾をお願いできます。';
  if (verdict === 'refuse') return 'この版は、この範囲のだれにも見えません。理由は県には見えません。';
  return approval === undefined || approval === 'approve' ? '共有できます。' : '県の承諾がそろうと共有できます。';
}

/** To the prefecture: a material it stands for has another version, which needs no new 承諾 of its own. */
export function newVersionCard(view: ConsentView): Card {
  const { consent, municipality, content } = view;
  const sentence = `${municipality.name}${content ? materialCalled(view) : 'の共有する資料'}に、新しい版ができました。県の承諾は、この版にもそのまま続きます。`;
  return card(
    '共有する資料の新しい版',
    sentence,
    text(sentence, 'strong'),
    text(
      '市町村がこの版を承諾すると、新しい版が見えるようになります。続けないときは「撤回」を押してください。',
      'quiet',
    ),
    buttons(
      { label: '内容を見る', ask: materialAsk(view) },
      {
        label: '撤回',
        ask: ask('withdraw-consent', { municipality: consent.municipality, material: consent.material }),
        look: 'danger',
      },
    ),
  );
}
