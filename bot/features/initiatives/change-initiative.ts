import type { Ask } from '../../../cards/card.ts';
import { initiativeWrittenCard, whichInitiativePart } from '../../../cards/initiatives/initiative.ts';
import { initiativePartForm, standingLine } from '../../../cards/initiatives/initiative-form.ts';
import { officeAskedCard } from '../../../cards/initiatives/office-asked.ts';
import { stoodForCard } from '../../../cards/initiatives/stood-for.ts';
import { ask, type Given, type InputOf } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { decisionDayTrouble } from '../../../programme/initiatives/decision-day.ts';
import { editedInitiative, type InitiativeSaid } from '../../../programme/initiatives/edited-initiative.ts';
import {
  currentInitiative,
  type Initiative,
  type InitiativeContent,
} from '../../../programme/initiatives/initiative.ts';
import { withInitiativeVersion } from '../../../programme/initiatives/initiative-change.ts';
import {
  fieldLabel,
  fieldText,
  type InitiativeFieldName,
  initiativeFields,
} from '../../../programme/initiatives/initiative-field.ts';
import { type SaidContent, threeWay, withChanges } from '../../../programme/initiatives/three-way.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipal } from '../../../storage/collections.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MunicipalStart } from '../../turn.ts';
import { initiativeAmong, officeToAsk, roadmapHere, rosterNames, sortedAsItem } from './initiative-found.ts';
import { initiativeView, roadmapList } from './initiative-views.ts';
import { numberStoodFor, type Roadmap } from './read-initiatives.ts';

type Input = InputOf<'change-initiative'>;
type ToChange = { readonly one: Initiative; readonly content: InitiativeContent };

export const changeInitiative = defineCommand({
  name: 'change-initiative',
  says: ['工程表変更', '工程表編集'],
  help: '工程表の取組を、ところごとに変えます。前と後を見て確かめられます。',
  example: '工程表変更',
  english: 'Change an initiative of the roadmap, part by part.',
  group: { title: '工程表と財源', order: 3 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: ['section'],
  typed: 'inputs',
  wished: [
    ...[
      ['経常', '経常|運用|維持|ランニング|毎年の'],
      ['初期', '初期|導入|イニシャル|整備'],
    ].map(([part, said]) => ({
      like: new RegExp(
        `^(?:(?<where>\\S+?[市区町村])の)?工程表の\\s*(?<row>\\d{1,2})(?:番目?|つ目)?(?:の取組)?[、のは\\s]*(?:${said})(?:の?(?:経費|費用|費|予算|コスト))?[をは、\\s]*(?:年(?:額|間)?で?)?\\s*(?<much>[\\d,.]+(?:億|[百千]?万|千)?円)に(?:して|変え|変更|直し|増やし|減らし)[^、。\\n]*[。]?$`,
        'u',
      ),
      as: `工程表変更 $<where> $<row> ${part} $<much>`,
      first: true as const,
    })),
  ],
  spoken: {
    words: [
      '工程表変更',
      '工程表編集',
      '工程表を変',
      '工程表を直',
      '工程表を編集',
      '工程表の変更',
      '工程表の編集',
      '工程表の修正',
      '工程表を修正',
      '工程表を更新',
    ],
    wins: 613,
  },

  async prepare(input, turn): Promise<Prepared<ToChange>> {
    const roadmap = await roadmapHere(turn);
    const { municipality } = turn;
    const again = (more: Given<'change-initiative'>) =>
      ask('change-initiative', { ...input, municipality: municipality.code, ...more });
    const moved = numberStoodFor(input.initiative, roadmap);
    if (moved)
      return asksBack(['initiative'], stoodForCard(moved, { municipality, to: (initiative) => again({ initiative }) }));
    const meant = initiativeAmong(input.initiative, roadmap);
    if ('among' in meant)
      return asksBack(
        ['initiative'],
        roadmapList(roadmap, turn, { ...meant, which: 'change-initiative', page: input.page }),
      );
    const { one } = meant;
    if (one.removed) throw Refusal.because('initiative-removed', { name: currentInitiative(one).content.name });
    const said = saidIn(input);
    const part = input.section ?? initiativeFields.find(({ name }) => said[name] !== undefined)?.part;
    if (part === undefined) return asksBack(['section'], whichInitiativePart({ municipality, one }));
    const form: PartAsked = (errors, newer = []) =>
      initiativePartForm({ municipality, one, part, given: said, errors, newer });
    if (Object.keys(said).length === 0) return asksAtOnce(['section'], form(new Map()), 'new');
    return edited(input, { one, roadmap, form, again }, turn);
  },

  async run(_input, turn, { one, content }) {
    const {
      municipality: { code },
      change,
      from,
    } = turn;
    const { content: before, number } = currentInitiative(one);
    const at = { partition: municipal(code), id: one.id };
    const after = await change('initiatives', at, (known) =>
      withInitiativeVersion(known ?? one, content, from, number),
    );
    const view = await initiativeView(after, await roadmapHere(turn, one.year), turn);
    const lines = changedLines(before, currentInitiative(after).content, one.year);
    return { card: initiativeWrittenCard(view, lines, lines.length > 0 ? 'changed' : 'same'), how: 'replace' };
  },
});

type PartAsked = (
  errors: ReadonlyMap<InitiativeFieldName, string>,
  newer?: readonly string[],
) => Parameters<typeof asksBack>[1];
type Editing = {
  readonly one: Initiative;
  readonly roadmap: Roadmap;
  readonly form: PartAsked;
  again(more: Given<'change-initiative'>): Ask;
};

/** What was filled in, read; whatever cannot be taken so is asked for again. */
async function edited(
  input: Input,
  { one, roadmap, form, again }: Editing,
  turn: MunicipalStart,
): Promise<Prepared<ToChange>> {
  const said = saidIn(input);
  const base = one.versions.find(({ number }) => number === input.seen)?.content ?? currentInitiative(one).content;
  const names = await rosterNames(turn.store);
  const { content, errors: read } = editedInitiative(base, said, { year: one.year, names });
  const errors = new Map([...read, ...wrongBeside(base, content, one, roadmap.open, turn.now)]);
  if (errors.size > 0) return asksBack([...errors.keys()], form(errors), 'replace');
  const notOffice = content.department === base.department ? undefined : officeToAsk(input);
  if (notOffice !== undefined) {
    const initiative = one.id;
    const sure = again({ initiative, sure: 'yes' });
    const anew = again({ initiative, section: 'who', department: undefined });
    return asksBack(['department'], officeAskedCard(notOffice, { municipality: turn.municipality, sure, again: anew }));
  }
  return judged(one, base, await asItsItem(base, content, said, { turn, year: one.year }), form);
}

/** What cannot be so beside the others, or today: a name that another has, a decision that is still to come. */
function wrongBeside(
  base: InitiativeContent,
  edited: InitiativeContent,
  { id, year }: Initiative,
  open: readonly Initiative[],
  now: Date,
): readonly (readonly [InitiativeFieldName, string])[] {
  const isTaken =
    edited.name !== base.name &&
    open.some((one) => one.id !== id && currentInitiative(one).content.name === edited.name);
  const { decidedOn } = edited;
  const wrongDay =
    decidedOn === undefined || decidedOn === base.decidedOn
      ? undefined
      : decisionDayTrouble(decidedOn, year, dayOf(now));
  return [
    ...(isTaken ? [['title', '同じ名前の取組が工程表にあります。別の名前にしてください。'] as const] : []),
    ...(wrongDay === undefined ? [] : [['day', wrongDay] as const]),
  ];
}

/** Only what is a field of an initiative. */
const saidIn = (input: Input): InitiativeSaid =>
  Object.fromEntries(initiativeFields.flatMap(({ name }) => (input[name] === undefined ? [] : [[name, input[name]]])));

/** What somebody else has changed in the same fields since is shown first. */
function judged(
  one: Initiative,
  base: InitiativeContent,
  edited: InitiativeContent,
  form: PartAsked,
): Prepared<ToChange> {
  const current = currentInitiative(one).content;
  const { changes, conflicts } = threeWay(asSaid(base, edited), base, current);
  if (conflicts.length === 0) return { found: { one, content: withChanges(current, changes) } };
  const fields = initiativeFields.filter(({ key }) => conflicts.some(({ field }) => field === key));
  const newer = fields.map((field) => standingLine(current, field, one.year));
  return asksBack(
    fields.map(({ name }) => name),
    form(new Map(), newer),
    'replace',
  );
}

/** What was emptied is null. */
const asSaid = (base: InitiativeContent, edited: InitiativeContent): SaidContent =>
  Object.fromEntries(
    initiativeFields.map(({ key }) => [key, edited[key] ?? (base[key] === undefined ? undefined : null)]),
  );

/** Moved to another item, 仕分け follows that one's 実施年度 unless it is said. */
async function asItsItem(
  base: InitiativeContent,
  edited: InitiativeContent,
  said: InitiativeSaid,
  { turn, year }: { readonly turn: MunicipalStart; readonly year: number },
) {
  const isSorted = said.sorted !== undefined && edited.sorted !== base.sorted;
  if (edited.item === base.item || isSorted) return edited;
  const sorted = await sortedAsItem(edited.item, turn, year);
  return sorted ? { ...edited, sorted } : edited;
}

/** Before → after, in the order of the form. */
function changedLines(before: InitiativeContent, after: InitiativeContent, year: number) {
  return initiativeFields.flatMap((field) => {
    const [was, is] = [fieldText(before, field, year), fieldText(after, field, year)];
    return was === is ? [] : [{ what: fieldLabel(field, year), before: was || '（空欄）', after: is || '（空欄）' }];
  });
}
