import { ask } from '../../programme/asks.ts';
import { weekdayCalled } from '../../programme/day.ts';
import type { Programme } from '../../programme/programme.ts';
import { type Button, buttons, type Card, card, facts, type Node, text } from '../card.ts';

/** What the answer is made of; `names` are empty where people must not be named. */
export type SmallTalkView = {
  readonly said: string;
  readonly programme: Pick<Programme, 'digest' | 'nudge' | 'contact'>;
  readonly secretariat: { readonly office: string; readonly names: readonly string[] };
  /** Whether a button would be refused to this person here. */
  readonly isOpen: (button: Button) => boolean;
};

type Answer = {
  readonly title: string;
  readonly line: string;
  readonly more?: string;
  readonly next: readonly Button[];
};

const report: Button = { label: '今週の報告をする', ask: ask('check-in'), look: 'primary' };
const status: Button = { label: '状況を見る', ask: ask('show-status') };
const settings: Button = { label: '届く曜日と時刻を変える', ask: ask('settings'), look: 'primary' };
const leave: Button = { label: '休みを登録する', ask: ask('take-leave') };
const why: Button = { label: 'なぜ届いたかを見る', ask: ask('why') };
const helpMe: Button = { label: '事務局に相談する', ask: ask('ask-help') };
const assignLead: Button = { label: '主担当を変える', ask: ask('assign-lead'), look: 'primary' };
const addMember: Button = { label: '人を足す', ask: ask('add-member') };
const roster: Button = { label: '名簿を見る', ask: ask('show-roster') };
const changePlan: Button = { label: '期限を変える', ask: ask('change-item-plan'), look: 'primary' };
/** What fits a button of every product; more is written into the form again. */
const MOST_PASSED_ON = 80;
const passOn = (said: string): Button =>
  said.length > MOST_PASSED_ON
    ? { label: '事務局に伝える', ask: ask('ask-help'), look: 'primary' }
    : { label: 'この文のまま事務局に伝える', ask: ask('ask-help', { text: said }), look: 'primary' };

/** A human answer to what asks for no record, each with what somebody who says so most likely needs. */
const answers = {
  thanks: () => ({ title: 'どういたしまして', line: 'どういたしまして。またいつでも声をかけてください。', next: [] }),
  greeting: () => ({
    title: 'お疲れさまです',
    line: 'お疲れさまです。今日もよろしくお願いします。',
    next: [report, status],
  }),
  agreed: () => ({ title: '承知しました', line: 'ありがとうございます。（この返事は記録に残していません）', next: [] }),
  answer: () => ({
    title: 'お返事の先が見つかりません',
    line: '今は、こちらからお聞きしていることがありません。この返事では何も記録していません。',
    more: 'カードの欄に入力したときは、そのカードのボタンを押してください。',
    next: [report, status],
  }),
  annoyed: () => ({
    title: 'お手数をおかけしています',
    line: 'お知らせが多く、失礼しました。届く曜日と時刻、届けるチャットは「設定」で変えられます。お休みの間は代理の方にお聞きします。',
    next: [settings, leave, why],
  }),
  tired: () => ({
    title: 'お疲れさまです',
    line: '毎日お疲れさまです。変わりのない週は、週次報告の「全て変更なし」を1回押すだけで終わります。手が足りないことも事務局に相談できます。',
    next: [report, helpMe],
  }),
  // The secretariat tells itself nothing.
  successor: ({ said, isOpen }) =>
    isOpen(assignLead)
      ? {
          title: '担当の変更',
          line: '来た方は「名簿追加」、主担当は「担当変更 市町村名 氏名」、メールや所属は「名簿変更 氏名」、去った方は「名簿から外す 氏名」で変えられます。どれも、前と後を見せてから変えます。',
          more: 'これまでの報告と履歴はそのまま残ります。',
          next: [assignLead, addMember, roster],
        }
      : {
          title: '担当の変更',
          line: '担当の方の変更は、事務局が名簿を直すと反映されます。新しい担当の方のお名前・メール・いつからかを添えて、事務局にお伝えください。',
          more: 'これまでの報告と履歴はそのまま残ります。',
          next: [passOn(said)],
        },
  deadline: ({ said, isOpen }) =>
    isOpen(changePlan)
      ? {
          title: '期限の変更',
          line: '「期限変更 S1-3 12/18 市町村名」のように送ると、理由と県と合意した日をお聞きします。前と後を見せてから変えます。',
          more: '今の期限は「取組 市町村名」で分かります。',
          next: [changePlan],
        }
      : {
          title: '期限の変更',
          line: '期限は、事務局が県と相談して変えます。どの項目をいつまで延ばしたいか、理由を添えて事務局にお伝えください。',
          more: '今の期限は「状況」で項目を開くと分かります。',
          next: [passOn(said), status],
        },
  attribute: ({ said, isOpen }) =>
    isOpen(changePlan)
      ? {
          title: '実施する年度・対象外',
          line: '「取組変更 S3-6 来年度以降 市町村名」のように送ると、理由をお聞きします。前と後を見せてから変えます。',
          more: '今の実施年度は「取組 市町村名」で分かります。',
          next: [changePlan],
        }
      : {
          title: '実施する年度・対象外',
          line: '実施する年度と対象外は、段階ではなく取組の決まりごとです。事務局が県と相談して変えます。どの項目か、理由を添えて事務局にお伝えください。',
          more: 'まだ何も変えていません。今の段階は「状況」で項目を開くと分かります。',
          next: [passOn(said), status],
        },
  until: ({ programme: { digest, nudge } }) => ({
    title: 'いつまでに',
    line: `週次報告は、${weekdayCalled(digest.weekday)}曜 ${digest.time} のまとめまでにお願いします。${weekdayCalled(nudge.weekday)}曜になってもまだのときは、1回だけお知らせします。`,
    more: '項目の期限は「状況」で項目を開くと分かります。',
    next: [report, status],
  }),
  viewers: () => ({
    title: 'だれが見るか',
    line: '項目の段階・KPIの値・履歴は、その市町村、担当の派遣人材、事務局、県が見ます。ほかの市町村には見えません。',
    more: '相談の内容は、事務局、同じ市町村の方、担当の派遣人材が見ます（「事務局だけに」と添えたものは、派遣人材には出ません。県には件数だけが出ます）。事例と会議の資料は、承諾がそろったものだけが、承諾した範囲の方に見えます。',
    next: [{ label: '自分の登録を確かめる', ask: ask('who-am-i') }],
  }),
  contact: () => ({ title: '事務局の連絡先', line: '事務局の連絡先です。', next: [helpMe] }),
  bot: () => ({
    title: '伴走ボット',
    line: '伴走ボットです。DXの取組の報告と確認を、このチャットでお手伝いします。人ではないので、込み入ったことは事務局にご相談ください。',
    next: [{ label: 'できることを見る', ask: ask('help') }, helpMe],
  }),
} satisfies Readonly<Record<string, (view: SmallTalkView) => Answer>>;

export type SmallTalkTopic = keyof typeof answers;

export function smallTalkCard(topic: SmallTalkTopic, view: SmallTalkView): Card {
  const { title, line, more, next }: Answer = answers[topic](view);
  const open = next.filter(view.isOpen);
  return card(
    title,
    line,
    text(line),
    topic === 'contact' ? reachable(view) : [],
    more === undefined ? [] : text(more, 'quiet'),
    open.length > 0 ? buttons(...open) : [],
  );
}

function reachable({ programme, secretariat }: SmallTalkView): Node {
  return facts(
    ['事務局', secretariat.office],
    ...(programme.contact === undefined ? [] : [['電話など', programme.contact] as const]),
    ...(secretariat.names.length === 0 ? [] : [['担当', secretariat.names.join('、')] as const]),
  );
}
