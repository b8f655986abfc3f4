import { shortDate, shortMoment } from './day.ts';

/** What we tell a person when we will not do what they asked, and what to do instead. A new reason is a new line. */
const reasons = {
  'unknown-person': () => '名簿で確認できませんでした。事務局から届いた招待コードで「登録」をお願いします。',
  'not-allowed': () => 'この操作は担当の方だけができます。必要なときは事務局へご連絡ください。',
  'not-yours': () => 'ほかの団体の情報は表示できません。ご自分の団体は「状況」で確認できます。',
  'not-in-this-room': () => 'この部屋では表示できません。伴走ボットとの1対1のチャットで「状況」と送ってください。',
  'unregistered-room': () =>
    'この部屋はまだ登録されていません。1対1のチャットで続けるか、事務局が「部屋登録」をしてください。',
  'unknown-municipality': (d: { said: string }) =>
    `「${d.said}」という市町村は見つかりません。名前か団体コードで指定してください。`,
  'unknown-item': (d: { said: string }) =>
    `「${d.said}」という項目は見つかりません。「状況」で項目の番号（例: S1-3）を確認できます。`,
  'unknown-kpi': (d: { said: string }) => `「${d.said}」はこの団体のKPIではありません。「KPI」で一覧を確認できます。`,
  'not-applicable': (d: { what: string }) =>
    `${d.what} はこの団体では「対象外」です。変更が必要なときは事務局へご連絡ください。`,
  'week-closed': (d: { week: string }) =>
    `${shortDate(d.week)}の週は締め切りました。直す必要があるときは事務局へご連絡ください。`,
  'week-ahead': (d: { week: string }) =>
    `${shortDate(d.week)}の週はまだ始まっていません。今週の分から報告してください。`,
  'nothing-to-carry-over': (d: { what: string }) =>
    `${d.what} はまだ一度も報告がないため「変更なし」にできません。最初の値を入力してください。`,
  'changed-meanwhile': (d: { at: Date }) =>
    `このカードを開いたあと、${shortMoment(d.at)} にほかの方が更新しました。最新の内容を確かめて、もう一度報告してください。`,
  'nothing-to-undo': (d: { hours: number }) =>
    `${d.hours}時間以内に取り消せる報告がありません。直すときは「訂正」を使ってください。`,
  'nothing-to-correct': (d: { what: string }) =>
    `${d.what} にはまだ報告がありません。「報告」で新しく報告してください。`,
  'old-card': () => 'このカードは古くなったため使えません。「状況」または「ヘルプ」で新しいカードを開いてください。',
  'unknown-action': () => 'この操作は分かりませんでした。「ヘルプ」でできることを確認できます。',
  'too-long': (d: { limit: number }) =>
    `文章が長すぎます（${d.limit.toLocaleString('ja-JP')}文字まで）。短くしてもう一度送ってください。何も記録していません。`,
  'bad-invitation': () => '招待コードが違うか、期限が切れています。事務局に新しいコードを依頼してください。',
  'used-invitation': () => 'この招待コードはすでに使われています。事務局に新しいコードを依頼してください。',
  'no-programme': () => '事業がまだ登録されていません。事務局が取込表を取り込むと使えるようになります。',
  busy: () => 'ほかの方の更新と重なりました。少し待って、もう一度お試しください。',
} as const;

export type Reason = keyof typeof reasons;
type Detail<R extends Reason> = Parameters<(typeof reasons)[R]>;

/**
 * The only error thrown on purpose. It becomes a reply; nothing is logged as a fault.
 * Every other error is a bug: it is logged with a reference, and the person is told only the reference.
 */
export class Refusal extends Error {
  readonly reason: Reason;

  private constructor(reason: Reason, sentence: string) {
    super(sentence);
    this.reason = reason;
  }

  static because<R extends Reason>(reason: R, ...detail: Detail<R>): Refusal {
    const sentence = reasons[reason] as (...detail: Detail<R>) => string;
    return new Refusal(reason, sentence(...detail));
  }
}
