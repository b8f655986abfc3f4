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

/** What the clock asks of the store in a week, whether or not anybody says something. */
export type Week = {
  /** Ten minutes of ticks every half minute, planning once. */
  readonly tenMinutes: Requests;
  /** Once an hour: looking for what a crash has left. */
  readonly hourly: Requests;
  /** The week's cards: 週次報告, 催促 to half of the municipalities, 未報告, ダイジェスト. */
  readonly cards: Requests;
};

export type Measured = { readonly towns: number; readonly turns: Turns; readonly week: Week };

const MONDAY = '2026-11-30';
const at = (day: string, time: string) => new Date(`${day}T${time}:00+09:00`);
/** A night, an afternoon when 催促 has gone out, and a day on which nobody works. */
const [NIGHT, AFTERNOON, SATURDAY] = [at(MONDAY, '03:00'), at('2026-12-02', '13:00'), at('2026-12-05', '12:00')];

export async function measure(towns: number): Promise<Measured> {
  const programme = await openMeasured(towns, 'memory');
  const { ticks } = programme;
  try {
    await ticks(at('2026-11-29', '23:00'));
    const sweep = await programme.sweep();
    const cards: Requests[] = [];
    /** Hours have passed before each of these, so the hour's sweep is in it. */
    const goTo = async (moment: Date) => cards.push(minus(await ticks(moment), sweep));
    const tenMinutes: Requests[] = [];
    const rest = async (moment: Date) => {
      await goTo(moment);
      tenMinutes.push(
        await ticks(...Array.from({ length: 20 }, (_, i) => new Date(moment.getTime() + (i + 1) * 30_000))),
      );
    };
    await rest(NIGHT);
    await goTo(at(MONDAY, '09:00'));
    const turns = await turnsOn(programme);
    await halfReport(programme);
    await goTo(at('2026-12-02', '09:00'));
    await rest(AFTERNOON);
    await goTo(at('2026-12-03', '15:00'));
    await goTo(at('2026-12-04', '16:00'));
    await rest(SATURDAY);
    return { towns, turns, week: { tenMinutes: mean(tenMinutes), hourly: sweep, cards: plus(...cards) } };
  } finally {
    await programme.close();
  }
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
  const leads = programme.content.members.filter(({ role, lead }) => role === 'municipal' && lead);
  for (const [index, { email = '' }] of leads.entries())
    if (index % 2 === 0) await programme.turn(email, ask('carry-over'));
}

const mean = (all: readonly Requests[]): Requests => times(plus(...all), 1 / all.length);
