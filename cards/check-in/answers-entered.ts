import { ask } from '../../programme/asks.ts';
import { type Member, roleNames } from '../../programme/member.ts';
import type { Municipality } from '../../programme/municipality.ts';
import type { Standing } from '../../programme/undo.ts';
import { type Week, weekName } from '../../programme/week.ts';
import { buttons, type Card, card, list, notice, text } from '../card.ts';

type AnswersEntered = {
  readonly municipality: Municipality;
  readonly week: Week;
  /** What stands of what was put in. */
  readonly standings: readonly Standing[];
  /** Who has put it in; absent where the operator has. */
  readonly enterer: Member | undefined;
  /** The message that did, where whoever reads this may take all of it back. */
  readonly undo: string | undefined;
};

/** What somebody has put in for an office that answered in a file, told to it once, with the way back. */
export function answersEnteredCard({ municipality, week, standings, enterer, undo }: AnswersEntered): Card {
  const { code, name } = municipality;
  const who = enterer ? `${roleNames[enterer.role]}の${enterer.name}さん` : '運用担当';
  const sentence = `いただいた週次回答表（${weekName(week)}）を、${who}が代理で入力しました。`;
  return card(
    '代理入力のお知らせ',
    `${name} ${sentence}`,
    text(name, 'quiet'),
    notice('plain', sentence),
    list(
      standings.map(({ what, now, correct }) => ({
        ...{ title: what.replace(/（.*の週）$/, ''), detail: now },
        ...(correct ? { ask: ask('correct', { municipality: code, ...correct }) } : {}),
      })),
    ),
    text('違うところは、行を押すと訂正できます。この週のことは、もうお尋ねしません。', 'quiet'),
    buttons(
      ...(undo === undefined ? [] : [{ label: '取消', ask: ask('undo', { municipality: code, report: undo }) }]),
      { label: '状況を見る', ask: ask('show-status', { municipality: code }) },
    ),
  );
}
