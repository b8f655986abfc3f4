import { type Node, notice } from '../../../cards/card.ts';
import { caseFormCard } from '../../../cards/cases/case-form.ts';
import { caseWorksCard } from '../../../cards/cases/case-works.ts';
import { privateNumberCard } from '../../../cards/private-number.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { type Case, caseId, currentCase } from '../../../programme/cases/case.ts';
import { blankFields } from '../../../programme/cases/case-field.ts';
import { caseSectionNames } from '../../../programme/cases/inputs.ts';
import { type Municipality, onlyMunicipalityLike } from '../../../programme/municipality.ts';
import { pageOf } from '../../../programme/page.ts';
import { privateNumberIn } from '../../../programme/private-number.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { MEMBERS } from '../../../storage/collections.ts';
import { municipalitiesIn, municipalityIn, municipalityNames } from '../../../storage/municipalities.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { edited, typedIn, unanswered, wrongIn } from './case-edit.ts';
import { caseWork } from './case-work.ts';
import { caseNamed, casesIn } from './read-cases.ts';
import { writeCase } from './write-case.ts';

type Input = InputOf<'edit-case'>;
type ToEdit = { readonly one: Case; readonly municipality: Municipality };

const A_PAGE = 8;

export const editCase = defineCommand({
  name: 'edit-case',
  says: ['事例編集', '事例の編集'],
  help: '作成した事例を開き、部分ごとに書き直します。言葉が変わると、承諾は新しい版で依頼し直します。',
  example: '事例編集',
  english: 'Open a case and write it part by part.',
  group: { title: '承諾と共有', order: 32 },
  needs: 'share',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['section'],
  typed: 'free',
  spoken: {
    words: [
      '事例を書く',
      '事例の編集',
      '事例を編集',
      '事例を直',
      '事例の修正',
      '事例を修正',
      '事例を書き直',
      '作成した事例',
    ],
    wins: 514,
  },

  async prepare(input, turn): Promise<Prepared<ToEdit>> {
    const one = await caseMeant(input, turn);
    if (!one) return asksBack(['case'], await listFor(input, turn));
    if (input.section === undefined) return asksBack(['section'], await caseWork(one, turn));
    const meant = { one, municipality: await municipalityIn(turn.store, one.municipality) };
    const missing = unanswered(input);
    if (missing.length > 0 && hasNothingToFill(one, input))
      return asksBack(['section'], await caseWork(one, turn, [NO_BLANKS]));
    if (missing.length > 0) return asksAtOnce(missing, formFor(meant, input, new Map()), 'new');
    const names = (await turn.store.members.list(MEMBERS)).map(({ value }) => value.name);
    const errors = wrongIn(input, names);
    if (errors.size > 0) return asksBack([...errors.keys()], formFor(meant, input, errors), 'replace');
    const newer = newerThan(input, meant, turn);
    if (newer !== undefined) return asksBack(['text'], formFor(meant, input, new Map(), newer), 'replace');
    return numberAsked(input, meant) ?? { found: meant };
  },

  async run(input, turn, { one, municipality }) {
    const before = currentCase(one);
    const after = await writeCase(turn, municipality, one.item, (now) => edited(now ?? before.content, input));
    const isWritten = currentCase(after).number !== before.number;
    return { card: await caseWork(after, turn, [said(input, isWritten)]), how: 'replace' };
  },
});

/** The button of an older card may still offer what somebody has filled in since. */
const hasNothingToFill = (one: Case, { section }: Input): boolean =>
  section === 'blanks' && blankFields(currentCase(one).content.texts).length === 0;
const NO_BLANKS = notice('quiet', '空欄は残っていません。直すところを選んでください。');

function said({ section }: Input, isWritten: boolean): Node {
  const part = section === 'blanks' ? '空欄' : `「${caseSectionNames[section ?? ''] ?? ''}」`;
  return isWritten ? notice('good', `${part}を記録しました。`) : notice('quiet', '変わったところはありません。');
}

async function caseMeant(
  { case: id, municipality, item, ...rest }: Input,
  turn: MemberStart,
): Promise<Case | undefined> {
  const named =
    id ??
    (municipality !== undefined && item !== undefined
      ? caseId(onlyMunicipalityLike(municipality, await municipalitiesIn(turn.store)).code, item)
      : undefined);
  if (named === undefined) {
    const all = await casesIn(turn.store);
    const isOfItem = item !== undefined && municipality === undefined;
    const [only, ...others] = isOfItem ? all.filter((one) => one.item === item) : calledIn(rest, all);
    return others.length === 0 ? only : undefined;
  }
  const found = await caseNamed(named, turn.store);
  if (!found) throw Refusal.because('no-such-case');
  return found;
}

/** Those with the words in their title; words for a part of one are no title. */
function calledIn({ section, text }: Pick<Input, 'section' | 'text'>, all: readonly Case[]): readonly Case[] {
  const plain = (words: string) => words.normalize('NFKC').replaceAll(/\s/g, '');
  const said = plain(text ?? '');
  if (section !== undefined || said === '') return [];
  return all.filter((one) => plain(currentCase(one).content.texts.title ?? '').includes(said));
}

async function listFor({ municipality, item, page = 1 }: Input, turn: MemberStart) {
  const only =
    municipality === undefined ? undefined : onlyMunicipalityLike(municipality, await municipalitiesIn(turn.store));
  const [all, townName] = await Promise.all([casesIn(turn.store), municipalityNames(turn.store)]);
  const own = all.filter(
    (one) => (!only || one.municipality === only.code) && (item === undefined || one.item === item),
  );
  const newest = own.toSorted((a, b) => currentCase(b).at.localeCompare(currentCase(a).at));
  const { shown, at, pages } = pageOf(newest, page, A_PAGE);
  return caseWorksCard({
    shown: shown.map((one) => ({ one, town: townName(one.municipality) })),
    ...{ all: own.length, page: at, pages, only: only?.code },
  });
}

const formFor = (
  { one, municipality }: ToEdit,
  input: Input,
  errors: ReadonlyMap<string, string>,
  newer?: string | undefined,
) => caseFormCard({ one, municipality, section: input.section ?? 'blanks', given: typedIn(input), errors, newer });

/** What somebody else has written in the same part since the form was opened. */
function newerThan({ seen, section }: Input, { one }: ToEdit, { who }: MemberStart): string | undefined {
  const current = currentCase(one);
  const before = one.versions.find(({ number }) => number === seen);
  if (!before || current.by === who.id || section === undefined) return undefined;
  if (section === 'blanks' || section === 'photos' || section === 'works') return undefined;
  const now = current.content.texts[section];
  return now !== before.content.texts[section] ? now : undefined;
}

/** Asks once before a number of somebody's own is kept in one of several texts. */
function numberAsked(input: Input, { one }: ToEdit) {
  const found = privateNumberIn(Object.values(input.texts ?? {}));
  if (!found || input.sure !== undefined) return undefined;
  const of = { case: one.id, section: 'blanks' as const, seen: input.seen };
  return asksBack(
    [],
    privateNumberCard(
      '事例を書く',
      found,
      ask('edit-case', { ...of, texts: input.texts, sure: 'yes' }),
      ask('edit-case', of),
    ),
    'replace',
  );
}
