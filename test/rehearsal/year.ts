import { addDays, type Day } from '../../programme/day.ts';
import { expertDeeds } from './actors/expert.ts';
import { officerDeeds } from './actors/officer.ts';
import { onlookerDeeds } from './actors/onlooker.ts';
import { prefectureDeeds } from './actors/prefecture.ts';
import { secretariatDeeds } from './actors/secretariat.ts';
import { daysBetween, isOpen } from './calendar.ts';
import { type Deed, doAll, later, type Now, parts } from './deed.ts';
import { HANAKO, SUCCESSOR } from './people.ts';
import { KILLED, type Plan } from './plan.ts';
import { END, START } from './programme.ts';
import { playScene, type Scene } from './scene.ts';
import { inspection } from './scenes/ending.ts';
import { ACCIDENT } from './scenes/mishaps.ts';
import { scenesOf } from './scenes/scenes.ts';
import type { Got, World } from './world.ts';

/** When is looked whether something is due; what became due in between is sent at the next look. */
const LOOKS = ['09:00', '11:00', '13:00', '15:00', '16:00', '17:15', '21:00'] as const;
const CLOSED_LOOKS = ['03:00', '09:00', '16:00', '22:45'] as const;
/** Once a claim of a process that has died is over. */
const AFTER_A_KILL = '09:05';
/** From midnight to the next morning nothing runs. */
const OUTAGE: Day = '2024-11-18';
/** Minutes into a part of the day: once everybody has done what they do every week. */
const SCENES_AFTER = 25;

export type Year = {
  /** Whoever looks on at the end of a day. */
  readonly endOfDay: (day: Day, got: readonly Got[]) => Promise<void>;
  readonly first?: Day;
  readonly until?: Day;
};

/** Plays the year, day by day. */
export async function playYear(
  world: World,
  plan: Plan,
  { endOfDay, first = START, until = END }: Year,
): Promise<void> {
  if (first === START) await meet(world);
  const scenes = [...scenesOf(plan), inspection].filter(({ day }) => day >= first);
  for (const day of daysBetween(first, until)) {
    if (day === OUTAGE) {
      await world.stop();
      continue;
    }
    if (addDays(day, -1) === OUTAGE) {
      world.clock.at(`${day}T08:30:00+09:00`);
      await world.start();
    }
    await endOfDay(day, await playDay(day, { world, plan, scenes }));
    world.forget();
  }
}

type Stage = { readonly world: World; readonly plan: Plan; readonly scenes: readonly Scene[] };

async function playDay(day: Day, { world, plan, scenes }: Stage): Promise<readonly Got[]> {
  const got: Got[] = [];
  for (const [time, part] of momentsOf(day)) {
    world.clock.at(`${day}T${time}:00+09:00`);
    if (part) await play({ day, part }, { world, plan, scenes });
    else if (KILLED.includes(day) && time === '09:00')
      got.push(...(await world.killInTick(Math.floor(plan.towns.length / 2))));
    else got.push(...(await world.tick()));
  }
  if (day !== ACCIDENT.day) return got;
  world.clock.at(`${day}T22:50:00+09:00`);
  await world.who(HANAKO).say(ACCIDENT.said, /事故の第1報を受け付けました/);
  world.clock.at(`${day}T22:52:00+09:00`);
  return [...got, ...(await world.tick())];
}

/** What is done every week, and then what happens once. On the day after an outage, also what it has kept people from. */
async function play(now: Now, { world, plan, scenes }: Stage): Promise<void> {
  const missed = addDays(now.day, -1) === OUTAGE ? deedsOf({ ...now, day: OUTAGE }, plan) : [];
  await doAll([...missed, ...deedsOf(now, plan)], now, world);
  const due = scenes.filter(({ day, part }) => day === now.day && part === now.part);
  if (due.length > 0) world.clock.at(`${now.day}T${later(now.part, SCENES_AFTER)}:00+09:00`);
  for (const scene of due) {
    await playScene(scene, world);
    if (scene.called === '名簿追加') await world.someone(SUCCESSOR.name, SUCCESSOR.email, 'teams').say('自分', /./);
  }
}

const deedsOf = (now: Now, plan: Plan): readonly Deed[] => [
  ...officerDeeds(now, plan),
  ...expertDeeds(now, plan),
  ...secretariatDeeds(now, plan),
  ...prefectureDeeds(now),
  ...onlookerDeeds(now, plan),
];

type Moment = readonly [time: string, part?: Now['part']];

function momentsOf(day: Day): readonly Moment[] {
  const times = isOpen(day) ? [...LOOKS, ...(KILLED.includes(day) ? [AFTER_A_KILL] : [])] : CLOSED_LOOKS;
  const looks: readonly Moment[] = times.map((time) => [time]);
  const doing: readonly Moment[] = isOpen(day) ? parts.map((part) => [part, part]) : [];
  return [...looks, ...doing]
    .filter(([time]) => day > START || time > '10:00')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** On the first day everybody opens their chat with the bot. */
async function meet({ content, who }: World): Promise<void> {
  for (const { email } of content.members)
    if (email) await who(email).say('自分', /登録|役割|市町村|担当|名簿|承諾がない/);
}
