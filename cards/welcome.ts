import { ask } from '../programme/asks.ts';
import type { Member } from '../programme/member.ts';
import { buttons, type Card, card, text } from './card.ts';

/** The first thing anyone sees: what the bot is, and the three things one can do. */
export function welcome(who: Member | undefined): Card {
  const greeting = who ? `${who.name}さん、こんにちは。` : 'こんにちは。';
  if (who?.role === 'observer') return welcomeToReader(greeting);
  return card(
    '伴走ボット',
    `${greeting}伴走ボットです。「状況」「週次報告」「ヘルプ」と送ってください。`,
    text(`${greeting}DXの取組の報告と確認を、このチャットでできます。`),
    text(who ? 'まずは次の3つから始められます。' : '名簿で確認できたあと、次の3つから始められます。', 'quiet'),
    buttons(...(who ? known(who) : unknown)),
  );
}

/** Who looks at what was cleared for sharing, and nothing else. */
function welcomeToReader(greeting: string): Card {
  return card(
    '伴走ボット',
    `${greeting}伴走ボットです。「共有資料」「事例」と送ってください。`,
    text(`${greeting}ほかの市町村が共有を承諾した事例と資料を、このチャットで見られます。`),
    text('「共有資料」で一覧が出ます。「事例 フロントヤード」のように送ると探せます。', 'quiet'),
    buttons(
      { label: '共有された資料を見る', ask: ask('show-shared'), look: 'primary' },
      { label: 'できることを見る', ask: ask('help') },
    ),
  );
}

/** Nobody is named where others read along. */
export function welcomeToRoom(): Card {
  return card(
    '伴走ボット',
    '伴走ボットです。この部屋では、名前を呼んでから「ヘルプ」と送ってください。',
    text('この部屋では、伴走ボットを呼び出して（@伴走ボット）から言葉を送ってください。'),
    text('事務局が「部屋登録」をすると、この部屋で見てよい情報だけを表示します。', 'quiet'),
    buttons({ label: 'できることを見る', ask: ask('help'), look: 'primary' }),
  );
}

function known({ role }: Member) {
  const first = { label: '状況を見る', ask: ask('show-status'), look: 'primary' } as const;
  const help = { label: 'できることを見る', ask: ask('help') } as const;
  if (role === 'prefecture')
    return [
      { label: 'ダイジェストを見る', ask: ask('show-digest'), look: 'primary' } as const,
      { ...first, look: 'plain' } as const,
      help,
    ];
  return [first, { label: '今週の報告をする', ask: ask('check-in') } as const, help];
}

const unknown = [
  { label: '登録する', ask: ask('register'), look: 'primary' } as const,
  { label: '自分の登録を確かめる', ask: ask('who-am-i') } as const,
  { label: 'できることを見る', ask: ask('help') } as const,
];
