import { ask, type Given } from '../../programme/asks.ts';
import { type ConsentSaid, consentVerdictNames, currentAsking } from '../../programme/consent/consent.ts';
import { isToThirdParties, scopeNames } from '../../programme/consent/scope.ts';
import { shortDate } from '../../programme/day.ts';
import {
  type Button,
  buttons,
  type Card,
  type Field,
  facts,
  list,
  type Node,
  notice,
  offering,
  text,
} from '../card.ts';
import { never } from '../understood.ts';
import { type ConsentView, consentFacts, materialCalled, whichConsent } from './consent-view.ts';
import { seenPage } from './seen-page.ts';

/** Whether whoever looks may answer, and who may otherwise. */
export type Answering = {
  readonly mayAnswer: boolean;
  /** Names of the 承諾者 of the municipality, without whoever looks. */
  readonly others: readonly string[];
};

const answering = (view: ConsentView, given: Given<'answer-consent'>) =>
  ask('answer-consent', { ...whichConsent(view), ...given });

const sentenceOf = (view: ConsentView): string =>
  `${materialCalled(view)}を「${scopeNames[view.consent.scope]}」に共有してよいか、${shortDate(currentAsking(view.consent).due)}までにお答えください。`;

/** What others would see, to whom, until when, drawn as it will be shown. For 1:1 chats with its municipality. */
export function consentRequestCard(view: ConsentView, who: Answering, said: readonly Node[] = []): Card {
  const sentence = sentenceOf(view);
  return offering(
    '承諾のお願い',
    `${view.municipality.name}: ${sentence}`,
    said,
    text(sentence, 'strong'),
    requested(view),
    text(
      who.mayAnswer ? '文で送っただけでは記録しません。ボタンを押してお答えください。' : whoAnswers(who.others),
      'quiet',
    ),
    buttons(...(who.mayAnswer ? answerButtons(view) : []), ...passOn(view, who), {
      label: '承諾一覧',
      ask: ask('show-consents'),
    }),
  );
}

/** What is asked about, whole. */
function requested(view: ConsentView): Node[] {
  const { content, municipality, consent } = view;
  return [
    consentFacts(view),
    text('見えるのは、次の内容だけです。', 'quiet'),
    ...(content
      ? [...seenPage({ town: municipality.name, content }), text('見えるのは、ここまでです。', 'quiet')]
      : []),
    ...(isToThirdParties(consent.scope) ? [text('県の承諾もそろうまでは、ほかの市町村には見えません。', 'quiet')] : []),
    text(
      'お答えがないまま期限を過ぎると、承諾なしとして扱います。承諾のあとも「撤回」でいつでも取りやめられます。',
      'quiet',
    ),
  ];
}

/** 承諾 takes no words beside it: they may be a condition, which is not a yes. */
export const wordsBesideConsent = (said: string): Node =>
  notice(
    'attention',
    `「${said}」は、承諾には添えられません。まだ何も記録していません。直してほしいところがあるときは「条件つき」を押してください。`,
  );

const whoAnswers = (others: readonly string[]): string =>
  others.length > 0
    ? `お答えできるのは承諾者（${others.join('、')}）です。「上司に回す」で回せます。`
    : 'お答えできるのは承諾者です。名簿に承諾者がいないため、事務局へお知らせください。';

function answerButtons(view: ConsentView): Button[] {
  return [
    { label: '承諾', ask: answering(view, { verdict: 'approve' }), look: 'primary' },
    { label: '条件つき', ask: answering(view, { verdict: 'conditional', more: 'yes' }) },
    { label: '不承諾', ask: answering(view, { verdict: 'refuse', more: 'yes' }) },
    { label: '職名・決裁番号を添えて承諾', ask: answering(view, { verdict: 'approve', more: 'yes' }) },
  ];
}

const passOn = (view: ConsentView, { others }: Answering): Button[] =>
  others.length > 0 ? [{ label: '上司に回す', ask: ask('pass-on-consent', whichConsent(view)) }] : [];

/** An answer that was typed: it is shown beside what it is about, and recorded by a press. */
export function confirmConsentCard(view: ConsentView, said: ConsentSaid): Card {
  const name = consentVerdictNames[said.verdict];
  const sentence = `${materialCalled(view)}の共有（${scopeNames[view.consent.scope]}）に「${name}」と答えますか。まだ記録していません。`;
  return offering(
    '承諾の回答',
    sentence,
    text(sentence, 'strong'),
    saidFacts(said),
    requested(view),
    buttons({ label: `はい、${name}`, ask: answering(view, { ...said, more: 'done' }), look: 'primary' }, never),
  );
}

const conditionLabels = { approve: '条件', conditional: '直してほしいところ', refuse: '理由' } as const;

/** What goes along with an answer, each where it was said. */
function saidFacts({ verdict, condition, post, document }: ConsentSaid): Node[] {
  const known = [
    ...(condition ? [[conditionLabels[verdict], condition] as const] : []),
    ...(post ? [['職名', post] as const] : []),
    ...(document ? [['決裁番号', document] as const] : []),
  ];
  return known.length > 0 ? [facts(...known)] : [];
}

/** 条件つき needs what must change; 職名, 決裁番号 and the reason of a no are for who wants to add them. */
export function consentDetailsCard(view: ConsentView, said: ConsentSaid, error?: string): Card {
  const { verdict, condition, post, document } = said;
  const name = consentVerdictNames[verdict];
  const sentence = `${materialCalled(view)}の共有（${scopeNames[view.consent.scope]}）に「${name}」と答えます。まだ記録していません。`;
  const line = (field: { name: string; label: string; hint?: string; value?: string | undefined }): Field => ({
    ...{ type: 'text', required: false, maxLength: 40, ...field },
  });
  const why: Field = {
    ...{
      type: 'text',
      name: 'condition',
      label: `${conditionLabels[verdict]}${verdict === 'refuse' ? '（任意）' : ''}`,
    },
    ...{ required: verdict === 'conditional', maxLength: 400, lines: 'many', value: condition, error },
  };
  return offering('承諾の回答', sentence, text(sentence, 'strong'), {
    kind: 'form',
    parts: [
      {
        intro: [],
        fields: [
          ...(verdict === 'approve' ? [] : [why]),
          line({ name: 'post', label: '職名（任意）', hint: '例: 総務課長', value: post }),
          line({ name: 'document', label: '決裁番号（任意）', hint: '例: 6総第12号', value: document }),
        ],
      },
    ],
    submit: `${name}にする`,
    ask: answering(view, { verdict, more: 'done' }),
  });
}

/** Recorded, and what follows from it. @param isShownOtherwise whether an earlier 承諾 of the same material stands */
export function consentAnsweredCard(view: ConsentView, said: ConsentSaid, isShownOtherwise = false): Card {
  const { verdict } = said;
  const isOlderLeft = verdict !== 'approve' && isShownOtherwise;
  const sentence = `${materialCalled(view)}の共有（${scopeNames[view.consent.scope]}）に「${consentVerdictNames[verdict]}」と記録しました。`;
  return offering(
    `${consentVerdictNames[verdict]}を記録しました`,
    sentence,
    notice('good', sentence),
    saidFacts(said),
    text(follows(view, verdict), 'quiet'),
    isOlderLeft
      ? notice('attention', 'これまでの承諾は、そのまま続きます。取りやめるときは「撤回」を押してください。')
      : [],
    buttons(...(verdict === 'approve' || isOlderLeft ? [withdrawButton(view)] : []), {
      label: '承諾一覧',
      ask: ask('show-consents'),
    }),
  );
}

const withdrawButton = ({ consent: { municipality, material } }: ConsentView): Button => ({
  label: '撤回',
  ask: ask('withdraw-consent', { municipality, material }),
});

function follows({ consent, approval }: ConsentView, verdict: ConsentSaid['verdict']): string {
  if (verdict === 'conditional') return 'この版は、だれにも見えません。事務局が直し、新しい版でもう一度お願いします。';
  if (verdict === 'refuse')
    return 'この版は、この範囲のだれにも見えません。理由は事務局だけが見ます（県には届きません）。';
  if (isToThirdParties(consent.scope) && approval !== 'approve')
    return '県の承諾もそろうと見えるようになります。取りやめるときは「撤回」を押してください。';
  return '取りやめるときは、いつでも「撤回」を押してください。';
}

/** Several wait; pressing one opens it. `given` goes along. */
export function whichConsentCard(views: readonly ConsentView[], given: Given<'answer-consent'> = {}): Card {
  const sentence = `承諾をお願いしているものが${views.length}件あります。どれですか。`;
  return offering(
    '承諾のお願い',
    sentence,
    text(`${sentence}まだ記録していません。`),
    list(
      views.map((view) => ({
        title: `${materialCalled(view)}（${scopeNames[view.consent.scope]}）`,
        detail: `${shortDate(currentAsking(view.consent).due)}まで`,
        ask: answering(view, given.verdict === undefined ? {} : { ...given, more: 'look' }),
        does: '開く',
      })),
    ),
  );
}

/** Nothing waits for an answer. */
export function noConsentAskedCard(): Card {
  const sentence = '承諾をお願いしているものは、今はありません。何も記録していません。';
  return offering(
    '承諾',
    sentence,
    notice('quiet', sentence),
    text(
      'これまでの承諾は「承諾一覧」、取りやめるときは「撤回」で確認できます。不承諾や条件つきのお答えを変えるときは、事務局へお知らせください。もう一度お願いします。',
      'quiet',
    ),
    buttons({ label: '承諾一覧', ask: ask('show-consents'), look: 'primary' }),
  );
}
