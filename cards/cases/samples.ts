import { ask } from '../../programme/asks.ts';
import type { Case, CaseContent } from '../../programme/cases/case.ts';
import type { CaseCandidate } from '../../programme/cases/case-candidate.ts';
import { caseContent } from '../../programme/cases/case-content.ts';
import type { CaseQuestion } from '../../programme/cases/case-question.ts';
import type { SeenCase } from '../../programme/cases/case-search.ts';
import { PERSON_NAMED } from '../../programme/cases/person-named.ts';
import { notice, type Samples } from '../card.ts';
import * as example from '../example.ts';
import { caseCandidatesCard } from './case-candidates.ts';
import { caseFormCard } from './case-form.ts';
import { caseNominatedCard } from './case-nominated.ts';
import { casePageCard } from './case-page.ts';
import {
  type CaseQuestionView,
  caseAnswerArrivedCard,
  caseAskedCard,
  caseQuestionArrivedCard,
  caseQuestionCard,
  caseQuestionsCard,
  whichCaseCard,
  whichCaseQuestionCard,
} from './case-questions.ts';
import { whichCaseSheetCard } from './case-sheets.ts';
import { caseWorkCard } from './case-work.ts';
import { caseWorksCard } from './case-works.ts';
import { foundCasesCard } from './found-cases.ts';

const { town } = example;
const id = 'case-203033-S1-3';

const drafted: CaseContent = {
  texts: {
    title: '全体方針の決定の取組',
    structure: '総務課、企画係\n派遣人材の訪問支援 2回（令和6年9月20日（金）〜令和6年10月18日（金））',
    schedule:
      '令和6年9月2日（月） 検討中・準備中（25%）\n令和6年9月20日（金） 派遣人材の訪問支援（対面）\n令和6年10月28日（月） 決定・導入済（80%）',
    effect: '全体方針（簡易計画）策定進捗: 未着手（0%）（基準値） → 庁内決定（100%）（10/28(月)の週）',
    contact: '総務課 企画係',
  },
};
const whole: CaseContent = {
  texts: {
    ...drafted.texts,
    size: '人口 約4,300人・職員 約80人',
    background: '全体の方針がなく、各課の取組がばらばらだった。庁内で話す場もなかった。',
    approach: '庁議にかける前に、全課と30分ずつ話した。県の簡易計画のひな形を使い、6ページにまとめた。',
    failure: '最初の案は長すぎて読まれなかった。1枚の概要を付けたところ、庁議で意見が出た。',
    advice: '完成を待たず、骨子のうちに各課に見せると早い。',
  },
  photos: [
    { what: '庁議の様子', people: 'none' },
    { what: '方針の概要（1枚）', people: 'nobody' },
  ],
  works: [{ what: '県の簡易計画のひな形', permission: '長野県DX推進課（2024-10-01 使用を許諾）' }],
};
const written = (content: CaseContent, number: number): Case => ({
  id,
  municipality: town.code,
  item: 'S1-3',
  versions: [{ ...example.from('case', 2), number, content }],
});
const seen: SeenCase = {
  ...{ id, item: 'S1-3', municipality: town, at: example.from('', 1).at },
  content: caseContent(written(whole, 2), town),
};
const other: SeenCase = {
  ...seen,
  id: 'case-203050-S3-1',
  item: 'S3-1',
  municipality: { ...town, code: '203050', name: '南牧村' },
  content: { title: '書かない窓口', sections: [{ label: '取組内容・工夫', text: '転入の手続を1枚にまとめた' }] },
};
const candidate = (more: Partial<CaseCandidate>): CaseCandidate => ({
  ...{ municipality: town.code, item: 'S1-3', day: '2024-10-28', nominated: [], signs: ['ステップ1を達成'] },
  ...more,
});
const asked: CaseQuestion = {
  ...example.from('question', 1),
  id: 'question-1',
  case: id,
  municipality: town.code,
  text: '庁議にかける前の説明は、どの職の方がされましたか',
};
const answered: CaseQuestion = {
  ...asked,
  id: 'question-2',
  answers: [{ ...example.from('answer', 1), by: 'member-office', text: '総務課の係長です。資料をお送りします。' }],
};
const named = () => '佐藤 次郎さん';
const view = (question: CaseQuestion): CaseQuestionView => ({
  ...{ question, town: town.name, title: '全体方針の決定の取組' },
  by: { ...example.officer, role: 'observer', office: '上田市 情報政策課' },
  nameOf: named,
});
const pages = { page: 1, pages: 1 };
const found = { shown: [seen, other], found: 2, all: 2, ...pages, sought: {}, isOffice: false };
const work = (content: CaseContent, number: number) => ({
  ...{ one: written(content, number), municipality: town, by: '佐藤 次郎', standing: [], consent: [] },
});
const as = { title: seen.content.title, municipality: town.name };

/** The cards about cases, filled in. */
export const caseSamples: Samples = {
  cases: () => foundCasesCard(found),
  'cases-searched': () =>
    foundCasesCard({ ...found, shown: [other], found: 1, sought: { item: 'S3-1', size: 'village' }, isOffice: true }),
  'cases-none': () => foundCasesCard({ ...found, shown: [], found: 0, sought: { text: '電子申請' } }),
  'case-page': () => casePageCard({ one: seen, mayWrite: false }),
  'case-candidates': () =>
    caseCandidatesCard({
      shown: [
        { ...candidate({ nominated: ['庁議の前に各課と話したのがよかった'] }), town: town.name, written: undefined },
        {
          ...candidate({ municipality: '203050', item: 'S3-1', day: '2024-10-21' }),
          ...{ signs: ['オンライン申請率が期限の前に目標に届いた（62%（31/50））'], town: '南牧村', written: other.id },
        },
      ],
      ...{ all: 2, ...pages, questions: 1 },
    }),
  'case-draft': () =>
    caseWorkCard({ ...work(drafted, 1), said: [notice('good', '記録にあることで、下書きを作りました。')] }),
  'case-work': () =>
    caseWorkCard({
      ...work(whole, 2),
      standing: ['承諾の状態', '支援対象の市町村: 承諾（前の版（第1版）・県の承諾あり）'],
      consent: [{ label: '承諾依頼（県内全市町村）', ask: ask('find-cases', { case: id }) }],
    }),
  'case-form': () =>
    caseFormCard({ one: written(whole, 2), municipality: town, section: 'approach', given: {}, errors: new Map() }),
  'case-blanks': () =>
    caseFormCard({
      ...{ one: written(drafted, 1), municipality: town, section: 'blanks' },
      given: { 'texts.background': '山田さんが一人で担当していた' },
      errors: new Map([['texts.background', PERSON_NAMED]]),
    }),
  'case-photos': () =>
    caseFormCard({ one: written(whole, 2), municipality: town, section: 'photos', given: {}, errors: new Map() }),
  'case-works': () => caseWorksCard({ shown: [{ one: written(drafted, 1), town: town.name }], all: 1, ...pages }),
  'case-sheet-which': () => whichCaseSheetCard([seen, other]),
  'case-nominated': () => caseNominatedCard(town, 'S1-3', '庁議の前に各課と話したのがよかった', false),
  'case-asked': () => caseAskedCard(asked, as),
  'case-which': () => whichCaseCard([seen, other], '様式をいただけますか', 1),
  'case-question-arrived': () => caseQuestionArrivedCard(view(asked)),
  'case-questions': () => caseQuestionsCard({ shown: [view(asked), view(answered)], all: 2, open: 1, ...pages }),
  'case-question-opened': () => caseQuestionCard(view(answered), [notice('good', '回答を記録しました。')]),
  'case-which-question': () => whichCaseQuestionCard([view(asked)], '総務課の係長です'),
  'case-answer-arrived': () =>
    caseAnswerArrivedCard(answered, { text: '総務課の係長です。資料をお送りします。', by: '佐藤 次郎さん' }, as),
};
