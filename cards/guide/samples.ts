import { ask } from '../../programme/asks.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { groupCard, type HelpFor, helpCard, type Topic, topicCard } from './help.ts';
import { type SmallTalkTopic, smallTalkCard } from './small-talk.ts';
import { suggestionsCard } from './suggestions.ts';

const { programme, town } = example;
const place = { municipality: town.code };
const topics: readonly Topic[] = [
  {
    says: '週次報告',
    help: '今週のKPI・項目の段階・困りごとを1枚で報告します。',
    example: '週次報告',
    ask: ask('check-in'),
  },
  {
    says: '状況',
    help: '4つのステップの進み具合と、次にすることを表示します。',
    example: '小海町の状況',
    ask: ask('show-status'),
  },
  {
    says: '相談',
    help: '困っていることを事務局に届けます。',
    example: '相談 例規の改正の進め方',
    ask: ask('ask-help'),
  },
];
const wordsOf: readonly (readonly [string, string])[] = [
  ['報告する', '週次報告、変更なし、報告、KPI報告、訂正、取消、相談'],
  ['確かめる', '状況、項目、KPI、履歴'],
  ['会議のこと', '会議、出席、欠席、議題、宿題、予定表'],
  ['自分のこと', '設定、休み、復帰、なぜ、自分'],
];
const topicGroups = wordsOf.map(([title, words]) => ({
  title,
  topics: words.split('、').map((says) => ({ says, help: '', example: says, ask: ask('help') })),
}));
const helpForOfficer: HelpFor = {
  standing: { done: false, sentence: '今週まだ報告していません。' },
  buttons: [{ label: '今週の報告をする', ask: ask('check-in'), look: 'primary' }],
  sentences: ['状況', '全体方針の決定 検討中', 'K0-03 96/124'],
};
/** Small talk as it is answered to an officer in a chat of their own. */
const talk = (topic: SmallTalkTopic, said: string) =>
  smallTalkCard(topic, {
    said,
    programme: { ...programme, contact: '026-000-0000（平日9時〜17時）' },
    secretariat: { office: '伴走支援事務局', names: ['宮坂 健一さん', '丸山 陽子さん'] },
    isOpen: () => true,
  });

/** The cards that guide, filled in. */
export const guideSamples: Samples = {
  help: () => helpCard([{ title: '報告する', topics: topics.slice(0, 2) }]),
  'help-groups': () => helpCard(topicGroups, helpForOfficer),
  'help-group': () => groupCard({ title: '報告する', topics: topics.slice(0, 2) }),
  'help-unknown': () => helpCard(topicGroups, { said: 'ほげほげ' }),
  'help-topic': () =>
    topicCard({ says: '報告', help: '項目の段階を報告します。', example: '報告 S1-3 実施中', ask: ask('report-item') }),
  suggestions: () => suggestionsCard('ほげほげ', topics),
  'small-talk-contact': () => talk('contact', '事務局の連絡先'),
  'small-talk-annoyed': () => talk('annoyed', '通知やめて'),
  'small-talk-attribute': () => talk('attribute', 'S3-7は対象外です'),
  'small-talk-deadline': () => talk('deadline', 'S1-3の期限を延ばしてほしい'),
  'help-for-you': () =>
    helpCard([{ title: '報告する', topics }], {
      standing: { done: false, sentence: '今週まだ報告していません。' },
      buttons: [{ label: '今週の報告をする', ask: ask('check-in', place), look: 'primary' }],
    }),
};
