import { ask } from '../../programme/asks.ts';
import { buttons, type Card, card, text } from '../card.ts';
import { dueNotice, type MismatchLine, reportedSaid } from './mismatches.ts';

/** Why the secretariat hears of a case. */
export type NotedBecause = 'opened' | 'hearing' | 'pm' | 'follow-up';

const said: Readonly<Record<NotedBecause, string>> = {
  opened: '満足度の回答から、新しい申出が始まりました。双方に聞き取りをお願いします。',
  hearing: '双方への聞き取りの期限は今日です。',
  pm: '申出から20開庁日を過ぎても解決していません。主担当の方は、対応を決めてください。',
  'follow-up': '対応のあとの様子を、双方に確かめる日です。',
};

/** What is due in a case. For 1:1 chats with the secretariat only; the summary says nothing of it in notifications. */
export function mismatchNoteCard(line: MismatchLine, because: NotedBecause): Card {
  const { one, town, expert } = line;
  return card(
    '事務局へのお知らせ',
    '確かめていただきたいことがあります。',
    text(`ミスマッチ　${town}　${expert}さん`, 'strong'),
    text(said[because]),
    text(`申出日 ${reportedSaid(one)}`, 'quiet'),
    dueNotice(line),
    buttons(
      { label: '内容を見る', ask: ask('show-mismatch', { mismatch: one.id }), look: 'primary' },
      { label: '一覧を見る', ask: ask('show-mismatch') },
    ),
  );
}
