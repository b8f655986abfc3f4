import { numeralOf } from './numerals.ts';

const HALF = '午前|午後|朝|夕方|夜';
/** 十三時半, 午後二時 */
const SPOKEN = '[一二三四五六七八九十]{1,3}(?=時)';
const ONE = `(?:${HALF})?(?:\\d{1,2}|${SPOKEN})(?::\\d{2}|時(?:\\d{1,2}分|半)?)(?!間)`;
/** 14時から30分, 15時から1時間半 */
const LONG = '(?:\\d{1,2}時間)(?:半|\\d{1,2}分)?|\\d{1,3}分間?';
const TIME = new RegExp(`^(${HALF})?(\\d{1,2})(?::(\\d{2})|時(?:(\\d{1,2})分|(半))?)$`);
const LATE = ['午後', '夕方', '夜'];

/** Everything `timesSaid` may read, as it stands in a sentence. */
export const TIME_WORDS = new RegExp(
  `(?:${ONE}|正午)(?:から(?:${LONG})(?!\\d)|(?:[-~〜–―ー]|から)(?:${ONE}|正午)(?:まで)?)?`,
  'g',
);

/** 14:00, 14時, 14時半, 午後2時, 正午 */
export function timeSaid(word: string): string | undefined {
  if (word === '正午') return '12:00';
  const plain = word.replace(new RegExp(SPOKEN), (hour) => String(numeralOf(hour) ?? hour));
  const [found, half = '', hours, minutes, spoken, halfPast] = TIME.exec(plain) ?? [];
  if (!found) return undefined;
  const hour = Number(hours) + (LATE.includes(half) && Number(hours) < 12 ? 12 : 0);
  const minute = halfPast ? 30 : Number(minutes ?? spoken ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** 14:00-15:30, 14時から15時半まで, 午後3時から4時: a start and an end, which is in the same half of the day. */
export function timesSaid(word: string): readonly [start: string, end: string] | undefined {
  const [from = '', until = '', ...more] = word.replace(/まで$/, '').split(/[-~〜–―ー]|から/);
  if (more.length > 0) return undefined;
  const begins = timeSaid(from);
  const lasts = begins === undefined ? undefined : endOf(begins, until);
  if (begins && lasts) return [begins, lasts];
  const half = LATE.find((each) => from.startsWith(each)) ?? '';
  const [start, end] = [
    timeSaid(from),
    timeSaid(/^[\d一二三四五六七八九十]/.test(until) && half ? `${half}${until}` : until),
  ];
  return start && end ? [start, end] : undefined;
}

/** When it is over that begins then and takes so long, on the same day. */
function endOf(begins: string, long: string): string | undefined {
  const [found, hours, half, beside, alone] =
    /^(?:(\d{1,2})時間(?:(半)|(\d{1,2})分)?|(\d{1,3})分間?)$/.exec(long) ?? [];
  if (found === undefined) return undefined;
  const [hour = 0, minute = 0] = begins.split(':').map(Number);
  const minutes = hour * 60 + minute + Number(hours ?? 0) * 60 + (half ? 30 : Number(beside ?? alone ?? 0));
  if (minutes >= 24 * 60) return undefined;
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
