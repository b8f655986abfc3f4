import { filingsIn, waitingAmong } from '../../../bot/features/approvals/filings.ts';
import { filed } from '../../../bot/features/filed.ts';
import { type Day, weekdayOf } from '../../../programme/day.ts';
import { currentFiling } from '../../../programme/filing.ts';
import type { Actor } from '../actor.ts';
import type { Deed, Now } from '../deed.ts';
import { PREFECTURE } from '../people.ts';
import type { World } from '../world.ts';

const [MONDAY, WEDNESDAY, FRIDAY] = [1, 3, 5];

/** The prefecture: reads what is sent, decides every day what waits for it, looks at the whole. */
export function prefectureDeeds({ day, part }: Now): readonly Deed[] {
  const weekday = weekdayOf(day);
  return [
    ...(part === '09:30' ? [{ who: PREFECTURE, does: decides(day) }] : []),
    ...(part === '16:20' && weekday === FRIDAY ? looks('ダイジェスト', 'KPI', '全体図') : []),
    ...(part === '13:20' && weekday === MONDAY ? looks('未報告', '会議', '派遣状況') : []),
    ...(part === '13:20' && weekday === WEDNESDAY ? looks('全体', '臨時報告一覧', '事業KPI') : []),
  ];
}

const looks = (...texts: readonly string[]): readonly Deed[] =>
  texts.map((text) => ({ who: PREFECTURE, does: (actor) => actor.say(text, /./) }));

/** Each as its card shows it; the 文書番号 follows where there is one. */
const decides =
  (day: Day) =>
  async (actor: Actor, { store }: World): Promise<void> => {
    const waiting = waitingAmong(await filingsIn(store, filed));
    if (waiting.length === 0) return;
    await actor.say('承認待ち', new RegExp(`決定を待つものが${waiting.length}件あります`));
    for (const [at, { of, filing }] of waiting.entries()) {
      const { number } = currentFiling(filing);
      await actor.ask('decide-filing', { filing: filing.id, version: number, verdict: 'approve' }, /を記録しました/);
      const document = `${day.slice(2, 4)}D第${day.slice(5).replace('-', '')}${at}号`;
      if (of.hasAct) await actor.ask('record-document', { filing: filing.id, document, day }, /第/);
    }
  };
