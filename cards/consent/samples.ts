import { withAsking, withConsentAnswer, withWithdrawal } from '../../programme/consent/consent.ts';
import type { Material, SeenContent } from '../../programme/consent/material.ts';
import type { SharingScope } from '../../programme/consent/scope.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { askConsentCard, consentAskedCard, whichMaterialCard } from './ask-consent.ts';
import { whichConsentLetterCard } from './consent-letter.ts';
import { consentNoticeCard, newVersionCard } from './consent-notice.ts';
import {
  confirmConsentCard,
  consentAnsweredCard,
  consentDetailsCard,
  consentRequestCard,
  noConsentAskedCard,
  whichConsentCard,
  wordsBesideConsent,
} from './consent-request.ts';
import type { ConsentView } from './consent-view.ts';
import { consentsCard, materialConsentsCard } from './consents.ts';
import { consentPassedOnCard, passOnCard } from './pass-on.ts';
import { confirmWithdrawCard, consentWithdrawnCard, whichToWithdrawCard } from './withdraw.ts';

const { town, today } = example;
const content: SeenContent = {
  title: '書かない窓口の試行',
  sections: [
    { label: '背景・課題', text: '転入の手続で、同じ内容を最大で7枚の書類に書いていただいていました。' },
    { label: '取組内容・工夫', text: '申請書を1枚にまとめ、職員が聞き取って入力する形に替えました。' },
    { label: '成果', text: '窓口の時間が、平均で38分から21分になりました。' },
  ],
};
const material: Material = {
  ...{ id: `material-case-${town.code}-1`, sort: 'case', municipality: town.code, of: `case-${town.code}-1` },
  versions: [{ ...example.from('case', 1), version: 'v-0123456789abcdef', content }],
};
const of = (scope: SharingScope) => ({
  ...{ municipality: town.code, material: material.id, version: 'v-0123456789abcdef', scope, until: '2025-03-31' },
});
const asked = (scope: SharingScope = 'supported') =>
  withAsking(undefined, of(scope), '2024-11-20', example.from('asked', 1), today);
const view: ConsentView = {
  ...{
    municipality: town,
    consent: asked(),
    sort: 'case',
    content,
    isNewest: true,
    standing: 'asked',
    approval: 'waiting',
  },
};
const said = { verdict: 'approve', post: '総務課長', document: '6総第12号' } as const;
const asks = { verdict: 'conditional', condition: '職員の名前が分かる写真は外してください' } as const;
const consented: ConsentView = {
  ...view,
  consent: withConsentAnswer(asked(), said, example.from('said', 0), today),
  standing: 'approve',
};
const refused: ConsentView = {
  ...view,
  consent: withConsentAnswer(
    asked('all'),
    { verdict: 'refuse', condition: 'まだ庁内で検討しているため' },
    example.from('said', 0),
    today,
  ),
  standing: 'refuse',
};
const withdrawn: ConsentView = {
  ...consented,
  consent: withWithdrawal(consented.consent, example.from('back', 0), today),
  standing: 'withdrawn',
};
const mayAnswer = { mayAnswer: true, others: ['高橋 健一さん'] };
const people = [{ id: 'member-boss', name: '高橋 健一', office: '小海町 総務課' }];
const shown = { town, material };
const listed = { page: 1, pages: 1, municipality: undefined };
function nameOf(): string {
  return '高橋 健一さん';
}

/** What is asked and said about 承諾, filled in. */
export const consentSamples: Samples = {
  'consent-which-material': () => whichMaterialCard({ materials: [shown], given: {}, page: 1, pages: 1 }),
  'consent-ask': () => askConsentCard(shown, {}),
  'consent-asked': () => consentAskedCard({ ...shown, consent: asked(), isNew: true, day: today, names: [nameOf()] }),
  'consent-asked-before': () =>
    consentAskedCard({ ...shown, consent: asked(), isNew: false, day: today, names: [nameOf()] }),
  'consent-to-answer': () => consentRequestCard(view, mayAnswer),
  'consent-to-pass-on': () => consentRequestCard(view, { ...mayAnswer, mayAnswer: false }),
  'consent-which': () => whichConsentCard([view, { ...view, consent: asked('all') }]),
  'consent-none': () => noConsentAskedCard(),
  'consent-confirm': () => confirmConsentCard(view, asks),
  'consent-details': () => consentDetailsCard(view, asks),
  'consent-details-approve': () => consentDetailsCard(view, { verdict: 'approve' }),
  'consent-given': () => consentAnsweredCard(consented, said),
  'consent-conditional': () => consentAnsweredCard(view, asks),
  'consent-conditional-older': () => consentAnsweredCard(view, asks, true),
  'consent-unused-words': () => consentRequestCard(view, mayAnswer, [wordsBesideConsent('12月末まで')]),
  'consent-refused': () => consentAnsweredCard(refused, { verdict: 'refuse' }),
  'consent-pass-on': () => passOnCard([view], people),
  'consent-passed-on': () => consentPassedOnCard(view, { name: '高橋 健一' }),
  'consents-municipal': () => consentsCard({ ...listed, views: [view, refused], asks: false, isOfAll: false }),
  'consents-office': () => consentsCard({ ...listed, views: [view, refused, withdrawn], asks: true, isOfAll: true }),
  'consents-none': () => consentsCard({ ...listed, views: [], asks: true, isOfAll: true }),
  'consent-of-material': () =>
    materialConsentsCard({ views: [consented, refused], role: 'municipal', isConsenter: true, nameOf }),
  'consent-of-material-office': () =>
    materialConsentsCard({ views: [view, refused], role: 'secretariat', isConsenter: false, nameOf }),
  'consent-of-material-prefecture': () =>
    materialConsentsCard({
      views: [{ ...refused, content: undefined }],
      role: 'prefecture',
      isConsenter: false,
      nameOf,
    }),
  'consent-told': () => consentNoticeCard({ view: consented, because: 'answered', nameOf }),
  'consent-told-refused': () => consentNoticeCard({ view: refused, because: 'answered', nameOf }),
  'consent-told-unanswered': () => consentNoticeCard({ view, because: 'unanswered', nameOf }),
  'consent-told-withdrawn': () => consentNoticeCard({ view: withdrawn, because: 'withdrawn', nameOf }),
  'consent-new-version': () => newVersionCard({ ...view, approval: 'approve' }),
  'consent-letter-which': () => whichConsentLetterCard([consented, { ...consented, municipality: example.town }]),
  'withdraw-which': () => whichToWithdrawCard({ views: [consented], given: {}, page: 1, pages: 1 }),
  'withdraw-confirm': () => confirmWithdrawCard([consented], 'municipal'),
  'withdraw-confirm-prefecture': () => confirmWithdrawCard([{ ...consented, approval: 'approve' }], 'prefecture'),
  'withdraw-done': () => consentWithdrawnCard(withdrawn, 'municipal'),
};
