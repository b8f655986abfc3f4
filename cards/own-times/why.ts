import { ask } from '../../programme/asks.ts';
import { channels } from '../../programme/channel.ts';
import { shortDate, shortMoment } from '../../programme/day.ts';
import { calledBy, type DeclaredJob } from '../../programme/declared-job.ts';
import { type Delivery, reachedAt } from '../../programme/delivery.ts';
import { deliveryStateNames, reasonText } from '../../programme/delivery-words.ts';
import type { Member } from '../../programme/member.ts';
import type { Municipality } from '../../programme/municipality.ts';
import type { WhyAnswer } from '../../programme/own-times/why.ts';
import { buttons, type Card, card, list, type Node, notice, type Row, text } from '../card.ts';

export type WhyView = {
  readonly towns: readonly { readonly municipality: Municipality; readonly findings: readonly WhyAnswer[] }[];
  /** The newest first. */
  readonly deliveries: readonly Delivery[];
  readonly jobs: readonly DeclaredJob[];
  /** How a person may be called here; `id` may be the reader. */
  readonly nameOf: (member: Pick<Member, 'id'>) => string;
  /** Only officers are asked every week. */
  readonly isOfficer: boolean;
  readonly mayReport: boolean;
};

/** Why the reader was asked, or was not, and what was sent lately. */
export function whyCard(view: WhyView): Card {
  const { towns, deliveries } = view;
  const lines = towns.map(({ findings }) => findings.map((finding) => findingText(finding, view.nameOf)));
  const [first = findingText({ why: view.isOfficer ? 'nothing-asked' : 'not-officer' }, view.nameOf)] = lines.flat();
  return card(
    'お知らせの理由',
    first,
    towns.length > 0 ? [] : notice('plain', first),
    towns.flatMap(({ municipality }, at): Node[] => [
      text(`今週の週次報告${towns.length > 1 ? `（${municipality.name}）` : ''}`, 'heading'),
      ...(lines[at] ?? []).map((line, order) => (order === 0 ? notice('plain', line) : text(line))),
    ]),
    text('これまでのお知らせ', 'heading'),
    deliveries.length === 0
      ? notice('quiet', 'この4週間にお送りしたものはありません。')
      : list(deliveries.map((delivery) => deliveryRow(delivery, calledBy(view.jobs, delivery)))),
    buttons(...(view.mayReport ? [{ label: '週次報告を開く', ask: ask('check-in'), look: 'primary' as const }] : []), {
      label: '設定',
      ask: ask('settings'),
    }),
  );
}

/** One rule, in a sentence. */
function findingText(finding: WhyAnswer, nameOf: WhyView['nameOf']): string {
  switch (finding.why) {
    case 'not-running':
      return '事業の期間ではないため、お聞きしていません。';
    case 'not-officer':
      return '週次報告は市町村の担当の方にお聞きしています。ほかの役割の方にはお聞きしません。';
    case 'nothing-asked':
      return '週次で報告するKPIが登録されていないため、お聞きしていません。';
    case 'no-open-day':
      return '今週は開庁日がないため、お聞きしません。';
    case 'no-address':
      return 'ボットとの1対1のチャットがまだないため、お届けできません。チャットを開いて何か送ってください。';
    case 'switched-off':
      return '「受け取らない」に設定されているため、お聞きしていません。「設定」で変えられます。';
    case 'asked':
      return `${shortMoment(finding.at)} にお聞きしました。`;
    case 'answered':
      return `${shortMoment(new Date(finding.entry.at))} に${nameOf({ id: finding.entry.by })}から報告がありました。`;
    case 'on-leave':
      return `${shortDate(finding.until)}まで休みのため、お聞きしていません。${finding.instead ? `その間は${nameOf(finding.instead)}にお聞きします。` : '復帰した日にまとめてお聞きします。'}`;
    case 'not-lead':
      return notLeadText(finding, nameOf);
    case 'substitute':
      return `${nameOf(finding.insteadOf)}が休みのため、代わりにお聞きします。`;
    case 'not-delivered':
      return `お届けできていません: ${reasonText(finding.delivery) ?? deliveryStateNames[finding.delivery.state]}`;
    case 'was-away':
      return `${shortDate(finding.on)}は休みだったため、今週のカードはお送りしていません。「週次報告」で報告できます。`;
    case 'not-yet':
      return `今週は ${shortMoment(finding.at)} にお聞きする予定です。`;
    case 'on-its-way':
      return `${shortMoment(finding.at)} の分は、まもなくお届けします。`;
    case 'moved':
      return `${shortDate(finding.from)}は閉庁日（${finding.because}）のため、${shortMoment(finding.to)} に移しました。`;
  }
}

function notLeadText({ instead, because }: Extract<WhyAnswer, { why: 'not-lead' }>, nameOf: WhyView['nameOf']): string {
  const name = nameOf(instead);
  if (because === 'substitute') return `主担当の方の休みの間は、代理の${name}にお聞きしています。`;
  if (because === 'lead') return `1つの市町村で1人にお聞きします。主担当の${name}にお聞きしています。`;
  return `1つの市町村で1人にお聞きします。${name}にお聞きしています。`;
}

function deliveryRow(delivery: Delivery, called: string): Row {
  const { state, channel } = delivery;
  const at = shortMoment(reachedAt(delivery));
  const why = state === 'sent' ? undefined : reasonText(delivery);
  return {
    title: `${called} ${at}`,
    detail: [
      `${deliveryStateNames[state]}${state === 'sent' && channel ? `（${channels[channel].called}）` : ''}`,
      ...(why ? [why] : []),
    ].join('\n'),
    tone: toneOf(state),
  };
}

function toneOf(state: Delivery['state']): Row['tone'] {
  if (state === 'sent') return 'good';
  return state === 'failed' || state === 'unknown' ? 'attention' : 'quiet';
}
