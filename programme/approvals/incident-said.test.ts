import { isPlainlyAccident } from './incident-said.ts';

it.each([
  '事故 USBメモリを紛失しました',
  '事故　申請書を別の方に誤送信',
  '事故: 端末が動かない',
  '事故報告 共有フォルダが公開されていた',
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
