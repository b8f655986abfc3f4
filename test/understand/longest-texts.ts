/**
 * A program: reads the longest texts there may be and prints, as one line of JSON, those that cost too much. It runs by
 * itself, because the processor's time of a test's process holds what the collector does for the tests before it.
 */
import { commands } from '../../bot/features/index.ts';
import { LONGEST_TEXT } from '../../bot/understand/text/fold.ts';
import { understand } from '../../bot/understand/understand.ts';
import { verdictOn } from '../../bot/understand/verdict.ts';
import { openWorld } from './world.ts';

/** What a sentence may cost of the processor, at its best of several: others wait behind it. */
const MOST_MS = 50;
/** The first readings are slow, as nothing is compiled yet, and so are those beside which others work. */
const TRIES = 120;
const BEGINNINGS = ['', 'S1-3完了 ', '相談 ', '訂正 K0-03 ', '小海町の'];

/** Repeated digits, numerals, brackets, tokens, kana, labels, long names, joints: whatever a pattern may go back over. */
const UNITS = [
  ...[
    '1',
    '9,',
    '1.',
    '一',
    '万',
    '億万',
    '割',
    '円',
    '1/',
    '12/',
    '1-',
    '約1',
    '分の',
    'のうち',
    '12345678901234567890',
  ],
  ...['(', ')', '「', '（）', '[', '<', '-', 'ー', '~', '@', ':', '・', '。', '、', ' ', '\n', 'ﾞ', '?', '=', '＝'],
  ...['K0-03 62 ', 'K0-03 1/2、', 'S1-3 完了 ', 'S9-9 ', 'K9-99 5 ', 'k0', 'x:', 'https://', 'a', '訂正 K0-03 27/32 '],
  ...[
    '相談 ',
    '議題 ',
    '出席 ',
    '設定 火 ',
    '欠席 10/17 ',
    '会議作成 ',
    '登録 ',
    '報告',
    '変更なし',
    '代理佐藤',
    '代理 ',
  ],
  ...['か', 'の', 'い', 'あ', 'ア', 'です', 'まで', 'から', 'たら', '間違', '間', '数え', '打ち', '困', 'さん', 'の件'],
  ...['根拠 ', '根拠は', '資料：', 'メモ: ', '理由 ', 'ひとこと ', '根拠：\n', '備考は。', '（根拠：', '訂正の理由'],
  ...[
    'DX基礎研修受講率',
    '標準化対象20業務のBPR実施率',
    '全体方針の決定',
    '小海町',
    '小海',
    'こうみ',
    '原',
    '村',
    '松川',
  ],
  ...['来週の月曜から', '10/7-10/11', '令和6年10月', '第1回', '午後1時', '1時から', '先週', '今週', '次の', '年度末'],
];

const filled = (begin: string, unit: string): string =>
  (begin + unit.repeat(Math.ceil(LONGEST_TEXT / unit.length))).slice(0, LONGEST_TEXT);

const world = await openWorld();
const turn = world.turn('town');

async function costOf(text: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < TRIES && best > MOST_MS; round++) {
    const began = process.cpuUsage();
    await verdictOn(await understand(text, commands, turn), commands, turn);
    const { user, system } = process.cpuUsage(began);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

let read = 0;
const slow: { readonly begin: string; readonly unit: string; readonly ms: number }[] = [];
for (const begin of BEGINNINGS)
  for (const unit of UNITS) {
    const ms = await costOf(filled(begin, unit));
    read += 1;
    if (ms > MOST_MS) slow.push({ begin, unit, ms });
  }
await world.close();
process.stdout.write(`${JSON.stringify({ read, slow })}\n`);
