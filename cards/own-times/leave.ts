import type { Leave } from '../../programme/absence.ts';
import { ask } from '../../programme/asks.ts';
import { type Day, shortDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type Week, weekName } from '../../programme/week.ts';
import { buttons, type Card, type Choice, card, type Field, facts, list, notice, text } from '../card.ts';

export type LeaveForm = {
  readonly given: { readonly from?: string; readonly until?: string; readonly substitute?: string | undefined };
  readonly errors?: Readonly<Record<string, string>>;
  /** Who can stand in; empty where nobody is asked in this person's place. */
  readonly colleagues: readonly Choice[];
};

/** Asks from when to when, and who answers meanwhile. */
export function leaveForm({ given, errors = {}, colleagues }: LeaveForm): Card {
  const wrong = Object.values(errors);
  const days: Field[] = [
    { type: 'date', name: 'from', label: '休みの初日', required: true, value: given.from, error: errors['from'] },
    { type: 'date', name: 'until', label: '休みの最終日', required: false, value: given.until, error: errors['until'] },
  ];
  const substitute: Field = {
    type: 'choice',
    name: 'substitute',
    label: '代理の方',
    required: false,
    choices: colleagues,
    value: given.substitute,
    error: errors['substitute'],
    hint: '選ばないときは、同じ市町村のほかの方にお聞きします。',
  };
  return card(
    '休み',
    wrong.length > 0 ? `休み: ${wrong.join('、')}` : '休み: 期間と代理の方を入力してください。',
    text(
      wrong.length > 0 ? '入力を確かめてください。まだ記録していません。' : '休みの期間を入力してください。',
      'strong',
    ),
    {
      kind: 'form',
      parts: [{ intro: [], fields: colleagues.length > 0 ? [...days, substitute] : days }],
      submit: '休みを登録する',
      ask: ask('take-leave'),
    },
  );
}

/** The name was typed as another shape of it: nothing is written before a yes. */
export function isItThem(said: string, people: readonly Choice[], given: LeaveForm['given']): Card {
  const { from, until } = given;
  const question = `「${said}」は、${people.map(({ label }) => `${label}さん`).join('、')}のことですか。`;
  return card(
    '代理の方の確認',
    `休み: ${question}`,
    text(question, 'strong'),
    text('まだ記録していません。', 'quiet'),
    buttons(
      ...people.slice(0, 5).map(({ value, label }, at) => ({
        label: `はい、${label}さんです`,
        ask: ask('take-leave', { from, until, substitute: value }),
        look: at === 0 ? ('primary' as const) : ('plain' as const),
      })),
      { label: 'ほかの方を選ぶ', ask: ask('take-leave') },
    ),
  );
}

/** Days that are somebody's leave already are shown, and asked about once. */
export function overlapCard(leave: Leave, others: readonly Leave[]): Card {
  const { from, until, substitute } = leave;
  const standing = others.map(leaveText).join('、');
  const first = [leave, ...others].map((one) => one.from).toSorted()[0] ?? from;
  const last =
    [leave, ...others]
      .map((one) => one.until)
      .toSorted()
      .at(-1) ?? until;
  const sentence = `${leaveText(leave)}は、登録済みの休み（${standing}）と重なります。`;
  return card(
    '休みの確認',
    sentence,
    notice('attention', sentence),
    text('どちらにしますか。まだ記録していません。', 'strong'),
    buttons(
      {
        label: `${leaveText({ from: first, until: last })}にまとめる`,
        ask: ask('take-leave', { from, until, substitute, overlap: 'join' }),
        look: 'primary',
      },
      {
        label: `${leaveText(leave)}に置き換える`,
        ask: ask('take-leave', { from, until, substitute, overlap: 'replace' }),
      },
    ),
  );
}

/** 10/7(水)〜10/11(日) */
function leaveText({ from, until }: Pick<Leave, 'from' | 'until'>): string {
  return from === until ? shortDate(from) : `${shortDate(from)}〜${shortDate(until)}`;
}

/** What was recorded, who is asked meanwhile, and the way back. */
export function leaveTaken(leave: Leave, meanwhile: readonly string[]): Card {
  return card(
    '休みを登録しました',
    `休み ${leaveText(leave)} ${meanwhile.join('')}`,
    notice('good', `${leaveText(leave)}を休みとして登録しました。`),
    meanwhile.map((sentence) => text(sentence)),
    text('早く戻ったときは「復帰」と送ってください。', 'quiet'),
    buttons({ label: '休みを取り消す', ask: ask('return', { leave: leave.from }) }),
  );
}

export type Returned = {
  readonly today: Day;
  /** The leave that has ended; or was called off before it began. */
  readonly leave: Leave | undefined;
  readonly ahead: readonly Leave[];
  readonly open: readonly { readonly municipality: Municipality; readonly week: Week }[];
};

/** Back again: what is still to be reported. */
export function returnedCard({ leave, today, ahead, open }: Returned): Card {
  const several = new Set(open.map(({ municipality }) => municipality.code)).size > 1;
  const sentence = sentenceOf(leave, today);
  return card(
    leave && leave.from < today ? 'お帰りなさい' : '復帰',
    `${sentence}${open.length > 0 ? `未報告 ${open.length}週分` : ''}`,
    notice(leave ? 'good' : 'quiet', sentence),
    ahead.length > 0 ? facts(['このあとの休み', ahead.map(leaveText).join('、')]) : [],
    text(open.length > 0 ? '報告がまだ終わっていない週があります。' : '報告がまだの週はありません。'),
    buttons(
      ...open.map(({ municipality, week }, at) => ({
        label: `${several ? `${municipality.name} ` : ''}${weekName(week)}を報告する`,
        ask: ask('check-in', { municipality: municipality.code, week }),
        look: at === 0 ? ('primary' as const) : ('plain' as const),
      })),
    ),
  );
}

function sentenceOf(leave: Leave | undefined, today: Day): string {
  if (!leave) return '登録されている休みはありません。';
  if (leave.from < today) return '今日から通常どおりお聞きします。';
  return `${leaveText(leave)}の休みを取り消しました。`;
}

/** Several lie ahead: which one is called off. */
export function chooseLeave(leaves: readonly Leave[]): Card {
  return card(
    '復帰',
    '復帰: どの休みを取り消しますか。',
    text('どの休みを取り消しますか。', 'strong'),
    list(leaves.map((leave) => ({ title: leaveText(leave), ask: ask('return', { leave: leave.from }) }))),
  );
}
