import { HOME } from '../demo/programme.ts';
import type { ChannelName } from '../programme/channel.ts';
import { MEMBERS, municipal } from '../storage/collections.ts';
import type { Filled, Person, Seen } from './fakes/person.ts';
import { type House, openHouse, type People } from './house.ts';
import { EXPERT_MAIL } from './visits/planted.ts';

/** Words that were typed, buttons that were pressed, questions and fields that were answered. */
type Count = { readonly typed: number; readonly taps: number; readonly answers: number };
export type Timed = Count & { readonly purpose: string; readonly chat: ChannelName; readonly most: Count };

/** Somebody whose every step is counted. */
type Watched = {
  say(text: string): Promise<Seen>;
  /** A button on the card that came: this command, with these inputs. */
  ask: Person['ask'];
  /** With fields: a form, where the cards hold one. */
  press(label: string, filled?: Filled): Promise<Seen>;
  /** One question: a form with this field, or a message of its own where it is asked. */
  answer(submit: string, field: string, words: string): Promise<Seen>;
  sees(): string;
};

type Stage = {
  readonly house: House;
  readonly chat: ChannelName;
  readonly others: People;
  watch(person: Person): Watched;
  /** Sets the clock and sends what is due. */
  tickAt(moment: string): Promise<void>;
};

type Purpose = {
  readonly purpose: string;
  readonly most: Count;
  run(stage: Stage): Promise<void>;
};

/** What an expert says of a visit that went as planned, in the order in which LINE WORKS asks. */
const VISIT = {
  対象項目: 'S1-3',
  支援内容: '棚卸しの進め方を一緒に決めた',
  '市町村側参加者（任意）': '総務課 課長',
  '決定事項（任意）': '様式は事務局のひな形を使う',
  '課題（任意）': '担当が1人しかいない',
  '次回予定（任意）': '12月の庁議のあと',
} as const;

/** What people come for, each from the card that came or the word that was typed to its end. In order of time. */
const purposes: readonly Purpose[] = [
  {
    purpose: '訪問記録（派遣人材）',
    // Eight answers in LINE WORKS, the button that ends them among them.
    most: { typed: 1, taps: 1, answers: 7 },
    async run({ house, chat, others, watch }) {
      const expert = others.person(EXPERT_MAIL);
      house.at('2026-11-24T10:10:00+09:00');
      await expert.say('訪問予定 小海町 11/25 13:30-16:00 対面');
      house.at('2026-11-26T10:10:00+09:00');
      const watched = watch(expert);
      await watched.say('訪問記録');
      if (chat === 'teams') await watched.press('記録する', VISIT);
      else {
        for (const [field, words] of Object.entries(VISIT)) await watched.answer('', field, words);
        await watched.press('ここまでで送る');
      }
      expectSeen({ words: watched.sees() }, '訪問記録を受け付けました');
    },
  },
  {
    purpose: '訪問の確認と満足度（市町村）',
    most: { typed: 0, taps: 2, answers: 0 },
    async run({ house, others, watch, tickAt }) {
      const officer = watch(others.officer());
      await tickAt('2026-11-26T10:30:00+09:00');
      const [record] = await house.service.store.visitRecords.list(municipal(HOME));
      await officer.ask('confirm-visit', {
        municipality: HOME,
        visit: record?.value.id,
        seen: 1,
        verdict: 'confirmed',
      });
      expectSeen(await officer.press('4（満足）'), '満足度を受け付けました');
    },
  },
  {
    purpose: '担当から1団体の状況まで（派遣人材）',
    most: { typed: 1, taps: 2, answers: 0 },
    async run({ house, others, watch }) {
      const expert = watch(others.person(EXPERT_MAIL));
      house.at('2026-11-26T11:00:00+09:00');
      await expert.say('担当');
      await expert.press('小海町');
      expectSeen(await expert.press('状況を見る'), '小海町の状況');
    },
  },
  {
    purpose: '相談から解決まで（市町村）',
    most: { typed: 1, taps: 1, answers: 0 },
    async run({ house, others, watch, tickAt }) {
      const officer = watch(others.officer());
      const office = watch(others.secretariat());
      await tickAt('2026-11-27T10:00:00+09:00');
      await officer.say('相談 例規の改正の進め方が分かりません');
      await tickAt('2026-11-27T10:05:00+09:00');
      await office.ask('answer-request', { ...(await lastRequest(house)), seen: 0 });
      await office.answer('回答する', '回答', 'ひな形をお送りします');
      await tickAt('2026-11-27T10:10:00+09:00');
      expectSeen(await officer.ask('end-request', await lastRequest(house)), '解決として終えました');
    },
  },
  {
    purpose: '相談の回答（事務局）',
    most: { typed: 0, taps: 2, answers: 1 },
    async run({ house, others, watch, tickAt }) {
      const office = watch(others.secretariat());
      await tickAt('2026-11-30T10:00:00+09:00');
      await others.officer().say('相談 庁内の研修の講師が見つかりません');
      await tickAt('2026-11-30T10:05:00+09:00');
      await office.ask('answer-request', { ...(await lastRequest(house)), seen: 0 });
      expectSeen(await office.answer('回答する', '回答', '講師の一覧をお送りします'), '回答を記録しました');
    },
  },
  {
    purpose: '派遣決定（事務局）',
    most: { typed: 1, taps: 1, answers: 0 },
    async run({ house, others, watch }) {
      const office = watch(others.secretariat());
      house.at('2026-12-01T10:00:00+09:00');
      const all = await house.service.store.members.list(MEMBERS);
      const name = all.find(({ value }) => value.email === 'expert-2@expert.example.jp')?.value.name ?? '';
      await office.say(`派遣決定 小海町 ${name} 12/10-3/12 計画 12 協議 11/20 理由 希望に沿うため`);
      expectSeen(await office.press('はい、変える'), '変えました');
    },
  },
];

async function lastRequest({ service: { store } }: House) {
  const all = (await store.helpRequests.list(municipal(HOME))).map(({ value }) => value);
  return { request: all.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)?.id, municipality: HOME };
}

function expectSeen({ words }: Pick<Seen, 'words'>, sentence: string): void {
  if (!words.includes(sentence)) throw new Error(`「${sentence}」 is not there:\n${words}`);
}

/** Goes through every purpose in one chat product, through the front door, and counts. */
export async function countedIn(chat: ChannelName): Promise<readonly Timed[]> {
  const house = await openHouse({ history: false, allInTeams: true, lineWorks: true });
  try {
    const others = house.on(chat);
    for (const person of [others.officer(), others.secretariat(), others.person(EXPERT_MAIL)]) await person.install();
    const timed: Timed[] = [];
    for (const { purpose, most, run } of purposes)
      timed.push({ purpose, chat, ...(await counted(run, house, chat)), most });
    return timed;
  } finally {
    await house.close();
  }
}

/** Of several people who are watched only the first one counts. */
async function counted(run: Purpose['run'], house: House, chat: ChannelName): Promise<Count> {
  const counts: Count[] = [];
  const watch = (person: Person): Watched => {
    const { watched, count } = watchedIn(chat, person);
    counts.push(count);
    return watched;
  };
  const tickAt = async (moment: string): Promise<void> => {
    house.at(moment);
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  };
  await run({ house, chat, others: house.on(chat), watch, tickAt });
  return counts[0] ?? { typed: 0, taps: 0, answers: 0 };
}

function watchedIn(chat: ChannelName, person: Person) {
  const count = { typed: 0, taps: 0, answers: 0 };
  const form = (label: string, filled: Filled): Promise<Seen> => {
    count.taps++;
    count.answers += Object.keys(filled).length;
    return person.press(label, filled);
  };
  const watched: Watched = {
    say(text) {
      count.typed++;
      return person.say(text);
    },
    ask(command, input) {
      count.taps++;
      return person.ask(command, input);
    },
    press(label, filled) {
      if (filled) return form(label, filled);
      count.taps++;
      return person.press(label);
    },
    answer(submit, field, words) {
      if (chat === 'teams') return form(submit, { [field]: words });
      count.answers++;
      return person.say(words);
    },
    sees: () => person.sees(),
  };
  return { watched, count };
}
