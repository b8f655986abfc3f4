import { initiativeWrittenCard } from '../../../cards/initiatives/initiative.ts';
import { neededAtFirst, newInitiativeForm } from '../../../cards/initiatives/initiative-form.ts';
import { officeAskedCard } from '../../../cards/initiatives/office-asked.ts';
import { sortedAskedCard } from '../../../cards/initiatives/sorted-asked.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { blankInitiative, editedInitiative } from '../../../programme/initiatives/edited-initiative.ts';
import { currentInitiative, type InitiativeContent } from '../../../programme/initiatives/initiative.ts';
import { initiativeId, newInitiative } from '../../../programme/initiatives/initiative-change.ts';
import {
  columnOf,
  fieldLabel,
  fieldText,
  type InitiativeFieldName,
  initiativeFields,
} from '../../../programme/initiatives/initiative-field.ts';
import { plannedYear } from '../../../programme/initiatives/open-initiatives.ts';
import { isCellTrouble } from '../../../programme/initiatives/roadmap-columns.ts';
import { municipal } from '../../../storage/collections.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MunicipalStart } from '../../turn.ts';
import { officeToAsk, roadmapHere, rosterNames, sortedAsItem } from './initiative-found.ts';
import { initiativeView } from './initiative-views.ts';

type Input = InputOf<'add-initiative'>;

export const addInitiative = defineCommand({
  name: 'add-initiative',
  says: ['工程表追加', '工程表に追加'],
  help: '工程表に取組を1件加えます。予算・財源などは、加えたあとに書けます。',
  example: '工程表追加',
  english: 'Add an initiative to the roadmap.',
  group: { title: '工程表と財源', order: 2 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  wished: [
    {
      like: /^(?:(?:来年度|翌年度|今度)の|新しい)?取組を?\s*(?:[1一](?:件|つ))?\s*(?:だけ)?(?:工程表に)?(?:追加|加え|足し)(?:し?たい|して|し?ます|る|する)?(?:です|のですが|ください|お願いします)?[。]?$/u,
      as: '工程表追加',
      first: true,
    },
  ],
  spoken: {
    words: [
      '工程表追加',
      '工程表に追加',
      '工程表に加え',
      '工程表に取組を',
      '工程表に入れ',
      '工程表に書',
      ...['工程表を作りたい', '工程表を作る', '工程表を作成する', '工程表を作成したい'],
      ...['工程表を書きたい', '工程表を書く'],
    ],
    wins: 612,
    behind: { of: ['show-initiatives'], by: /^に[^、。\n]{0,10}?(?:追加|加え|足し|足す|載せ)/u },
  },

  async prepare(input, turn): Promise<Prepared<InitiativeContent>> {
    const year = plannedYear(turn.programme.fiscalYear);
    const [{ open }, names] = await Promise.all([roadmapHere(turn, year), rosterNames(turn.store)]);
    const form = (errors: ReadonlyMap<InitiativeFieldName, string>) => {
      const { sure: _, ...given } = input;
      const { municipality } = turn;
      return newInitiativeForm({
        municipality,
        year,
        given,
        errors,
        ask: ask('add-initiative', { ...given, municipality: municipality.code }),
      });
    };
    const missing = neededAtFirst.filter((name) => input[name] === undefined);
    if (missing.length > 0) return asksAtOnce(missing, form(new Map()));
    const ofItem = await sortedByItem(input, year, turn);
    const begun = { ...blankInitiative, ...(ofItem ? { sorted: ofItem } : {}) };
    const { content, errors } = editedInitiative(begun, input, { year, names });
    const isThere = open.some((one) => currentInitiative(one).content.name === content.name);
    const wrong = isThere
      ? new Map([
          ...errors,
          ['title', '同じ名前の取組が工程表にあります。別の名前にするか、「工程表変更」で直してください。'] as const,
        ])
      : errors;
    if (wrong.size > 0) return asksBack([...wrong.keys()], form(wrong), 'replace');
    const notOffice = officeToAsk(input);
    if (notOffice !== undefined) return asksBack(['department'], officeAsked(notOffice, input, turn));
    if (ofItem === undefined && input.sorted === undefined)
      return asksBack(['sorted'], sortedAskedCard({ municipality: turn.municipality, year, given: input }));
    return { found: content };
  },

  async run(input, turn, content) {
    const {
      municipality: { code: municipality },
      from,
      change,
      programme,
    } = turn;
    const place = { municipality, year: plannedYear(programme.fiscalYear), key: from.ask };
    const at = { partition: municipal(municipality), id: initiativeId(place) };
    const one = await change('initiatives', at, (known) => newInitiative(known, place, content, from));
    const view = await initiativeView(one, await roadmapHere(turn, one.year), turn);
    const lines = initiativeFields.flatMap((field) => {
      const after = fieldText(content, field, one.year);
      const from = field.name === 'sorted' && input.sorted === undefined ? '（項目の実施年度による）' : '';
      return after === '' ? [] : [{ what: fieldLabel(field, one.year), after: `${after}${from}` }];
    });
    return { card: initiativeWrittenCard(view, lines, 'added'), how: 'replace' };
  },
});

function officeAsked(notOffice: string, input: Input, { municipality }: MunicipalStart) {
  const again = (more: Partial<Input>) => ask('add-initiative', { ...input, municipality: municipality.code, ...more });
  const { department: _, ...others } = input;
  const anew = ask('add-initiative', { ...others, municipality: municipality.code });
  return officeAskedCard(notOffice, { municipality, sure: again({ sure: 'yes' }), again: anew });
}

/** 仕分け as its item has it; undefined where that says neither, and it has to be asked. */
async function sortedByItem({ priorityItem = '' }: Input, year: number, turn: MunicipalStart) {
  const read = columnOf('item', year).read(priorityItem, {});
  return isCellTrouble(read) || read.item === undefined ? undefined : sortedAsItem(read.item, turn, year);
}
