import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { draw as drawInLineWorks } from '../../bot/channels/line-works/draw.ts';
import { isUpload } from '../../bot/channels/line-works/message.ts';
import { draw as drawInTeams } from '../../bot/channels/teams/draw.ts';
import { commandsWith } from '../../bot/features/index.ts';
import { withChoices } from '../../bot/understand/parts/choices.ts';
import { fillFrom } from '../../bot/understand/parts/fill.ts';
import type { Sentence } from '../../bot/understand/parts/sentence.ts';
import { commandLists } from '../../infra/teams/command-lists.ts';
import { englishLocalization } from '../../infra/teams/english.ts';
import { faultsOf, type Json } from '../cards/line-works-limits.ts';
import { recordProbe } from './asks.ts';
import { samples } from './cards.ts';
import { probes } from './kind.ts';
import { reminder } from './probe-reminder.ts';
import { record } from './record-probe.ts';

/** What the probe's declarations are good for where nobody talks to it. */
const commands = commandsWith([record]);

it.each([
  ['reminder', '点検を記録する'],
  ['question', 'はい、記録する'],
] as const)('its %s is drawn on both chats within their limits', (name, button) => {
  const made = samples[name];
  expect(JSON.stringify(drawInTeams(made()))).toContain(button);
  const drawn = drawInLineWorks(made()).flatMap((each) => (isUpload(each) ? [] : [each]));
  expect(JSON.stringify(drawn)).toContain(button);
  expect(drawn.flatMap((each) => faultsOf(each as unknown as Json))).toEqual([]);
});

it('is in the command list of the Teams app, in both languages', () => {
  const [personal, ...rooms] = commandLists(commands);
  expect(personal?.commands[0]).toEqual({ title: '機器点検', description: '機器を点検した結果を記録します。' });
  expect(rooms.flatMap(({ commands }) => commands.map(({ title }) => title))).not.toContain('機器点検');
  expect(englishLocalization(commands)['bots[0].commandLists[0].commands[0].description']).toBe(record.english);
});

it('is known to nobody but its own folder', () => {
  const names = [record.name, ...record.says, probes.name, reminder.name, reminder.called, probes.called];
  const floors = ['bot', 'cards', 'programme', 'documents', 'storage', 'infra', 'demo'];
  const root = `${__dirname}/../..`;
  const files = floors.flatMap((floor) =>
    readdirSync(`${root}/${floor}`, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`),
  );
  expect(files.length).toBeGreaterThan(300);
  const knows = files.filter((file) => names.some((name) => readFileSync(file, 'utf8').includes(name)));
  expect(knows).toEqual([]);
});

it('takes what two inputs offer by one name as the first of them, and said again as the second', () => {
  const { state } = recordProbe.shape;
  const moved = { ...record, input: z.object({ before: state, after: state }) };
  const folded = '良好から要修理になりました';
  const spans = withChoices(moved, [], { folded } as Sentence, '2026-11-24');
  expect(fillFrom(moved, spans, '2026-11-24')).toEqual({ before: 'good', after: 'broken' });
});
