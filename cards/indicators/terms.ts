import { ask } from '../../programme/asks.ts';
import { fiscalYearName, fullDate } from '../../programme/day.ts';
import { type IndicatorPart, indicatorParts } from '../../programme/indicators/terms-change.ts';
import { type IndicatorTerms, type TermsSureness, termsSurenessNames } from '../../programme/national-indicator.ts';
import { pageOf } from '../../programme/page.ts';
import { buttons, type Card, card, type Field, facts, list, notice, offering, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

export type TermsSeen = { readonly terms: IndicatorTerms; readonly sureness: TermsSureness };
const INDICATORS_A_PAGE = 8;

/** What the indicators are, each with the KPIs it stands beside. */
export function indicatorListCard(all: readonly TermsSeen[], page: number): Card {
  const { shown, at, pages } = pageOf(all, page, INDICATORS_A_PAGE);
  return offering(
    '全国指標の定義',
    `全国指標の定義 ${at}/${pages}`,
    text('全国指標（自治体DXダッシュボード）とKPIの対応', 'strong'),
    list(
      shown.map(({ terms, sureness }) => ({
        title: terms.name,
        detail: [besideText(terms), dayText(terms), termsSurenessNames[sureness]].join('・'),
        ask: ask('show-indicator-list', { indicator: terms.indicator }),
      })),
    ),
    text('「未確認」は、事務局がまだ公表元で確かめていないものです。', 'quiet'),
    buttons(...pageButtons(at, pages, (next) => ask('show-indicator-list', { page: next }))),
  );
}

/** K2-01と同じ, K0-03に似たもの, 対応するKPIなし */
function besideText({ kpis, near }: IndicatorTerms): string {
  const same = kpis.length > 0 ? [`${kpis.join('、')}と同じ`] : [];
  const like = near.length > 0 ? [`${near.join('、')}に似たもの`] : [];
  return [...same, ...like].join('・') || '対応するKPIなし';
}

const dayText = ({ surveyedOn }: IndicatorTerms): string =>
  `調査時点 ${surveyedOn === undefined ? '未確認' : fullDate(surveyedOn)}`;

/** What is known of one indicator. */
export function indicatorTermsCard({ terms, sureness }: TermsSeen, mayChange: boolean): Card {
  const { indicator, year, name, checkedOn, kpis, near } = terms;
  const rows = indicatorParts
    .filter((part) => part.name !== 'name' && part.name !== 'checked' && !part.name.endsWith('eadings'))
    .map((part) => [part.label, part.say(terms) || nothingSaid(part.name)] as const);
  const said = checkedOn ? `${fullDate(checkedOn)}に事務局が確認` : '未確認: 公表元の定義で確かめてください。';
  return card(
    '全国指標の定義',
    `${indicator} ${name}（${fiscalYearName(year)}の調査）: ${termsSurenessNames[sureness]}`,
    text(`${indicator} ${name}`, 'strong'),
    text(`${fiscalYearName(year)}の調査の内容`, 'quiet'),
    notice(sureness === 'confirmed' ? 'good' : 'attention', said),
    facts(...rows),
    buttons(
      ...[...kpis, ...near].slice(0, 2).map((kpi) => ({ label: `${kpi}とは`, ask: ask('show-definition', { kpi }) })),
      ...(mayChange ? [{ label: '内容を変える', ask: ask('change-indicator', { indicator, of: year }) }] : []),
      { label: '全国指標の一覧', ask: ask('show-indicator-list') },
    ),
  );
}

const nothingSaid = (part: IndicatorPart): string => (part === 'kpis' || part === 'near' ? 'なし' : '未確認');

/** Which part is to be another. */
export function whichIndicatorPartCard(terms: IndicatorTerms): Card {
  const { indicator, year: of } = terms;
  return offering(
    '全国指標の変更',
    `${indicator}の変えるところを選んでください。まだ変えていません。`,
    text(`${indicator} ${terms.name}　${fiscalYearName(of)}の調査`, 'strong'),
    text('変えるところを選んでください。公表元で確かめて「確認日」を入れると、未確認ではなくなります。', 'quiet'),
    list(
      indicatorParts.map(({ name, label, say }) => ({
        title: label,
        detail: say(terms) || nothingSaid(name),
        ask: ask('change-indicator', { indicator, of, part: name }),
      })),
    ),
  );
}

/** One part, to be written anew. */
export function indicatorPartForm(
  terms: IndicatorTerms,
  part: (typeof indicatorParts)[number],
  problem?: string,
): Card {
  const { name, label, say } = part;
  const { indicator, year: of } = terms;
  const base = { name, label, required: true, error: problem };
  const field: Field = part.day
    ? { ...base, type: 'date', value: part.day(terms) }
    : { ...base, type: 'text', maxLength: 400, value: say(terms) || undefined, hint: part.hint };
  return card(
    '全国指標の変更',
    `${indicator}の${label}を入力してください。`,
    text(`${indicator} ${terms.name}　${fiscalYearName(of)}の調査　${label}`, 'strong'),
    text(`今の内容: ${say(terms) || nothingSaid(name)}`, 'quiet'),
    {
      kind: 'form',
      parts: [{ intro: [], fields: [field] }],
      submit: '確かめる',
      ask: ask('change-indicator', { indicator, of, part: name }),
    },
  );
}
