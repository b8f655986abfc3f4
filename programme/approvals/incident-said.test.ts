import { isPlainlyAccident } from './incident-said.ts';

it.each([
  '事故 USBメモリを紛失しました',
  '事故　申請書を別の方に誤送信',
  '事故: 端末が動かない',
  '事故報告 共有フォルダが公開されていた',
  '事故 申請書の写しを別の町へ誤送信しました',
  '事故 名簿が見つかりません',
  '事故 名簿が見つからなかった',
  '事故 メールが別の町に届いています。名簿が付いたままです',
  '事故 誤送信 申請書12件',
  '事故、サーバーが停止中',
  '事故 名簿を誤送信しました。すみません',
  '事故 データが閲覧できなくなりました',
])('is told at once: %s', (said) => expect(isPlainlyAccident(said)).toBe(true));

it.each([
  '事故防止の研修',
  '交通事故の統計',
  '事故 防止の研修を開きます',
  '事故はありません',
  '事故 ありません',
  '事故のときはどうしますか',
  '事故 が起きたらどうする',
  '昨日の事故',
])('is shown first: %s', (said) => expect(isPlainlyAccident(said)).toBe(false));

it.each([
  '事故 じゃなかった',
  '事故 ではありませんでした',
  '事故 ありませんでした',
  '事故はありませんでした',
  '事故 は起きなかった',
  '事故 は発生していません',
  '事故 にならずに済みました',
  '事故 には至らなかった',
  '事故 名簿の紛失ではなかった',
  '事故 誤送信は勘違いでした',
])('is denied, and shown first: %s', (said) => expect(isPlainlyAccident(said)).toBe(false));

it.each(['事故 来週報告します', '事故 起きそう', '事故 について知りたい', '事故 名簿'])(
  'says of nothing that it happened, and is shown first: %s',
  (said) => expect(isPlainlyAccident(said)).toBe(false),
);
