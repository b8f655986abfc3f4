import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChannelName } from '../../programme/channel.ts';
import type { Person } from '../fakes/person.ts';
import { type House, openHouse } from '../house.ts';
import { endOf } from '../same-end.ts';
import { script } from './sentences.ts';

/**
 * A long run through the front door, written down: what every role is answered on both chats, what is sent in ten weeks,
 * and what is on record in the end, on both stores. Two runs of the same product write the same files, so that a change
 * that should change nothing outside can be told by `diff -r`.
 *
 *   npx tsx test/golden/play.ts BEFORE        npx tsx test/golden/play.ts AFTER
 */
const [out] = process.argv.slice(2);
if (out === undefined) throw new Error('where to? npx tsx test/golden/play.ts FOLDER');
mkdirSync(out, { recursive: true });

const WEEKS = 10;
/** When something is looked at each day: what is due in between is sent at the next look. */
const LOOKS = ['08:59', '09:00', '10:00', '12:00', '14:00', '15:00', '16:00', '17:30'] as const;
/** Ids that are made up on the way, moments to the second, and what the run's own ports are. */
const MADE_UP =
  /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?<![0-9a-z])[0-9a-f]{24,64}(?![0-9a-z])|127\.0\.0\.1:\d+|(?<!\d)1[78]\d{11}(?!\d)|(?<=T\d\d:\d\d):\d\d(?:\.\d+)?Z/g;
const masked = (value: unknown): string => JSON.stringify(value).replace(MADE_UP, '#');

for (const store of ['embedded', 'cosmos'] as const) {
  const house = await openHouse({ cosmos: store === 'cosmos', lineWorks: true });
  const lines: string[] = [];
  for (const chat of ['teams', 'line-works'] as const) await converse(house, chat, lines);
  write(`${store}-turns.txt`, lines);
  write(`${store}-weeks.txt`, await weeks(house));
  const end = Object.entries(await endOf(house.service.store));
  write(
    `${store}-records.txt`,
    end.flatMap(([name, all]) => all.map((each) => `${name} ${masked(each)}`).toSorted()),
  );
  await house.close();
}

async function converse(house: House, chat: ChannelName, lines: string[]): Promise<void> {
  let minute = 0;
  for (const [email, said] of script) {
    const person: Person = house.on(chat).person(email);
    for (const text of said) {
      house.at(
        `2026-12-01T${String(10 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute++ % 60).padStart(2, '0')}:00+09:00`,
      );
      lines.push(`${chat} ${email} > ${text}`, masked((await person.say(text)).words), masked(person.buttons()));
      const [first] = person.buttons();
      if (first !== undefined) lines.push(`  press ${first}`, masked(await pressed(person, first)));
    }
  }
}

/** Forms with nothing filled in are refused by the client itself. */
async function pressed(person: Person, label: string): Promise<string> {
  try {
    return (await person.press(label)).words;
  } catch {
    return 'not pressed';
  }
}

async function weeks(house: House): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let day = 0; day < WEEKS * 7; day++)
    for (const time of LOOKS) {
      const date = new Date(Date.UTC(2026, 11, 2 + day)).toISOString().slice(0, 10);
      house.at(`${date}T${time}:00+09:00`);
      const before = [house.teams.connector.calls.length, house.lineWorks?.calls.length ?? 0] as const;
      await house.service.outbox.tick();
      await house.service.outbox.idle();
      const sent = [
        ...house.teams.connector.calls.slice(before[0]).map(({ message }) => masked(message)),
        ...(house.lineWorks?.calls ?? [])
          .slice(before[1])
          .flatMap(({ api, body }) => (api === 'send' ? [masked(body)] : [])),
      ];
      if (sent.length > 0) lines.push(`${date} ${time}: ${sent.length}`, ...sent.toSorted());
    }
  return lines;
}

function write(name: string, lines: readonly string[]): void {
  writeFileSync(join(out as string, name), `${lines.join('\n')}\n`);
}
