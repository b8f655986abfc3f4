import { pino } from 'pino';
import { readConfig } from '../bot/config.ts';
import { menuVerb } from '../bot/operator/menu.ts';
import { startFakeLineWorks } from '../test/fakes/line-works/fake-line-works.ts';
import { startPhonePages } from '../test/fakes/line-works/phone-page.ts';
import { lineWorksEnvironment } from '../test/line-works/environment.ts';
import type { DemoChat, DemoPeople, DemoPerson } from './chat.ts';

/**
 * LINE WORKS has no emulator of its own: the one of the tests, with a page that shows rooms as a phone does.
 * @param port where all phones are shown
 */
export async function lineWorksChat({ windows, others }: DemoPeople, port: number): Promise<DemoChat> {
  const works = await startFakeLineWorks();
  const enrol = ({ name, email }: DemoPerson) => works.person({ name, email }).account;
  const accounts = windows.map(enrol);
  for (const other of others) enrol(other);
  works.group('県・事務局');
  return {
    folder: 'demo-line-works',
    ports: [port],
    environment: lineWorksEnvironment(works),
    how: '下の欄に入力して送るか、ボタンを押します',
    async open({ port: bot, idle }) {
      works.connect(`http://127.0.0.1:${bot}/line-works/callback`, idle);
      await placeMenu(lineWorksEnvironment(works));
      const pages = await startPhonePages(works, port);
      return {
        urls: accounts.map((account) => pages.of(account)),
        stop: async () => {
          await pages.stop();
          await works.stop();
        },
      };
    },
  };
}

/** As an operator does it once. */
async function placeMenu(environment: Readonly<Record<string, string>>): Promise<void> {
  await menuVerb.run({
    rest: [],
    out: undefined,
    from: undefined,
    to: undefined,
    now: new Date(),
    log: pino({ level: 'silent' }),
    config: readConfig(environment),
  });
}
