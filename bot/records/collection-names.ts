import type { CollectionName } from '../../storage/collections.ts';

/** What people call the kinds of document. */
export const collectionLabels: Readonly<Record<CollectionName, string>> = {
  programmes: '事業の設定',
  municipalities: '市町村',
  members: '名簿',
  invitations: '招待コード',
  acquaintances: 'チャットの宛先',
  interviews: '入力の途中',
  rooms: '部屋',
  items: '項目の報告',
  kpis: 'KPIの報告',
  helpRequests: '相談',
  digests: 'ダイジェスト',
  meetings: '会議',
  meetingAnswers: '出欠',
  agendaTopics: '議題',
  minutes: '議事録',
  actionItems: '宿題',
  deliveries: '配信',
  received: '受け取った印',
  leases: '実行中の印',
  audit: '監査の記録',
};
