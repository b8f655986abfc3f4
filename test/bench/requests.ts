import type { Ask } from '../../cards/card.ts';
import { OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import { ask } from '../../programme/asks.ts';
import { type MeasuredProgramme, openMeasured } from './measured-programme.ts';
import { minus, plus, type Requests, times } from './ru-of.ts';

/** What a turn asks of the store, by what is said. */
export type Turns = Readonly<Record<TurnName, Requests>>;
export type TurnName =
  | '状況'
  | '週次報告（カード）'
  | '週次報告（全て変更なし）'
  | 'KPI報告'
  | '項目の報告'
  | '履歴'
  | '相談'
  | '状況（LINE WORKS）'
  | 'ダイジェスト'
  | '未報告';

/** What the clock asks of the store. */
export type Week = {
  /** Ten minutes of ticks every half minute, planning once, with nothing new: the mean of half an hour. */
  readonly tenMinutes: Requests;
  /** What is looked at because somebody has reported, on top of that: for each turn of 週次報告（全て変更なし） and of KPI報告. */
  readonly afterCarryOver: Requests;
  readonly afterReport: Requests;
  /** Once in some weeks, spread over them: reading everything again, and looking for what a crash has left. */
  readonly reading: Requests;
  readonly sweep: Requests;
  /** The week's cards: 週次報告, 催促 to half of the municipalities, 未報告, ダイジェスト. */
  readonly cards: Requests;
};

export type Measured = { readonly towns: number; readonly turns: Turns; readonly week: Week };

const MONDAY = '2026-11-30';
const at = (day: string, time: string) => new Date(`${day}T${time}:00+09:00`);
/** A night in which nothing is read again: it was once within a day of the start, and is not yet within the week that follows. */
const NIGHT = at('2026-12-03', '03:00');
const TICKS = Array.from({ length: 20 }, (_, i) => (i + 1) * 30_000);

export async function measure(towns: number): Promise<Measured> {
  const programme = await openMeasured(towns, 'memory');
  const { ticks, goOn } = programme;
  const tenMinutesFrom = (moment: Date) => ticks(...TICKS.map((ms) => new Date(moment.getTime() + ms)));
  try {
    await ticks(at('2026-11-29', '13:00'));
    const cards: Requests[] = [];
    const goTo = async (moment: Date): Promise<void> => {
      await goOn(moment);
      cards.push(await ticks(moment));
    };
    /** With nothing new: what the tick before it has done is looked at by then. */
    const rest = async (moment: Date): Promise<Requests> => {
      await goOn(moment);
      await ticks(moment);
      await tenMinutesFrom(moment);
      // In half an hour everything has come round that does while an instance is alone.
      const tens = [1, 2, 3].map((ten) => new Date(moment.getTime() + ten * 600_000));
      const asked: Requests[] = [];
      for (const ten of tens) asked.push(await tenMinutesFrom(ten));
      return times(plus(...asked), 1 / tens.length);
    };
    await goTo(at(MONDAY, '09:00'));
    const turns = await turnsOn(programme);
    const after = await afterTurns(programme);
    await halfReport(programme);
    await goTo(at('2026-12-02', '09:00'));
    const tenMinutes = await rest(NIGHT);
    await goTo(at('2026-12-03', '15:00'));
    await goTo(at('2026-12-04', '16:00'));
    const [reading, sweep] = [await programme.reading(), await programme.sweep()];
    return { towns, turns, week: { tenMinutes, ...after, reading, sweep, cards: plus(...cards) } };
  } finally {
    await programme.close();
  }
}

/**
 * What one turn more has planning look at in the ten minutes that follow it: the mean of one turn of each of those who
 * report at all, as what is read again in the course of a week falls into these minutes too.
 */
async function afterTurns(programme: MeasuredProgramme) {
  const { turn, ticks, goOn } = programme;
  const people = reporting(programme);
  const from = async (moment: Date, did: Ask): Promise<Requests> => {
    await goOn(moment);
    await ticks(moment);
    const quiet = await ticks(...TICKS.map((ms) => new Date(moment.getTime() + ms)));
    const then = moment.getTime() + 600_000;
    for (const email of people) await turn(email, did);
    return times(minus(await ticks(...TICKS.map((ms) => new Date(then + ms))), quiet), 1 / people.length);
  };
  return {
    afterReport: await from(at('2026-12-01', '11:00'), ask('carry-over', { kpi: 'K0-03' })),
    afterCarryOver: await from(at('2026-12-01', '13:00'), ask('carry-over')),
  };
}

export async function turnsOn(programme: MeasuredProgramme): Promise<Turns> {
  // Everybody is known, and so are the records: what is measured is the usual turn, not the first one.
  for (const email of [OFFICER, PREFECTURE_OFFICER]) await programme.turn(email, '自分');
  await programme.lineWorksTurn(OFFICER, '自分');
  const says = (text: string) => programme.turn(OFFICER, text);
  return {
    状況: await says('状況'),
    '週次報告（カード）': await says('週次報告'),
    KPI報告: await says('KPI報告 K0-03 38/40'),
    項目の報告: await says('報告 S2-1 定着'),
    履歴: await says('履歴 K0-03'),
    相談: await says('相談 例規の改正で止まっています'),
    '状況（LINE WORKS）': await programme.lineWorksTurn(OFFICER, '状況'),
    '週次報告（全て変更なし）': await programme.turn(OFFICER, ask('carry-over')),
    ダイジェスト: await programme.turn(PREFECTURE_OFFICER, 'ダイジェスト'),
    未報告: await programme.turn(PREFECTURE_OFFICER, '未報告'),
  };
}

/** Half of the municipalities have reported when the others are nudged. */
async function halfReport(programme: MeasuredProgramme): Promise<void> {
  for (const email of reporting(programme)) await programme.turn(email, ask('carry-over'));
}

function reporting({ content }: MeasuredProgramme): readonly string[] {
  const leads = content.members.filter(({ role, lead }) => role === 'municipal' && lead);
  return leads.filter((_, index) => index % 2 === 0).map(({ email = '' }) => email);
}
