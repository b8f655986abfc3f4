import type { Ask, Card, Change } from '../../../cards/card.ts';
import { rosterRefused, whichMember } from '../../../cards/roster/which-member.ts';
import { ask, type CommandName, type Given } from '../../../programme/asks.ts';
import { channels } from '../../../programme/channel.ts';
import { dayOf } from '../../../programme/day.ts';
import { dutiesSaid } from '../../../programme/duty.ts';
import { type ActionItem, mayHold, openActions, withNewOwner } from '../../../programme/meetings/action-item.ts';
import { type Member, roleNames } from '../../../programme/member.ts';
import { type Municipality, onlyMunicipalityLike } from '../../../programme/municipality.ts';
import { lackingSaid } from '../../../programme/no-access.ts';
import { plainName } from '../../../programme/person-name.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { Roster } from '../../../programme/roster/roster-change.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { type Put, putOf } from '../../setting-change.ts';
import type { TurnStart } from '../../turn.ts';
import { named, perhapsNamed } from '../people/people.ts';

/** Everybody, those who left too, and every municipality. */
export async function rosterIn(store: Store): Promise<Roster> {
  const [members, municipalities] = await Promise.all([store.members.list(MEMBERS), municipalitiesIn(store)]);
  return { members: members.map(({ value }) => value), municipalities };
}

/**
 * Whom somebody means, or the question which of several. A name in another shape of its characters is asked about.
 * @throws Refusal where the roster has nobody called so
 */
export const memberMeant = <C extends CommandName>(
  command: C,
  input: Given<C> & { readonly member: string },
  roster: Roster,
): Member | Card => whoIsMeant(input.member, roster, (member) => ask(command, { ...input, member } as Given<C>));

/** The same whatever the input is called. */
export function whoIsMeant(
  said: string,
  { members, municipalities }: Roster,
  askedWith: (member: string) => Ask,
): Member | Card {
  const here = members.filter(({ active }) => active);
  const found = named(said, here);
  const [only] = found;
  if (only && found.length === 1) return only;
  const near = found.length > 0 ? found : perhapsNamed(said, here);
  if (near.length === 0) throw Refusal.because('unknown-name', { said });
  const rows = near.map((who) => ({ who, towns: townsOf(who, municipalities), ask: askedWith(who.id) }));
  return whichMember(said, rows);
}

export const isCard = (found: Member | Card): found is Card => 'body' in found;

export const townsOf = (who: Pick<Member, 'municipalities'>, all: readonly Municipality[]): string =>
  who.municipalities.map((code) => all.find((one) => one.code === code)?.name ?? code).join('、');

/**
 * 小海町、川上村 or their codes.
 * @throws Refusal where one of them is none of the programme, or several
 */
export function municipalityCodesIn(said: string, all: readonly Municipality[]): string[] {
  const names = said.split(/[、,，\s]+/).filter((name) => name !== '');
  return names.map((name) => onlyMunicipalityLike(name, all).code);
}

/** What of somebody becomes another, as people read it. */
export function memberLines(
  before: Member | undefined,
  after: Member,
  all: readonly Municipality[],
): readonly Change[] {
  const rows: readonly (readonly [string, (member: Member) => string])[] = [
    ['名簿', ({ active }) => (active ? '使える' : '外れる')],
    ['氏名', ({ name }) => name],
    ['役割', ({ role }) => roleNames[role]],
    ['所属', ({ office }) => office],
    ['担当市町村', (member) => townsOf(member, all) || 'なし'],
    ['メール', ({ email }) => email ?? 'なし'],
    ['チャット', ({ chat }) => channels[chat].called],
    ['主担当', ({ lead }) => (lead ? '○' : 'なし')],
    ['役目', ({ duties }) => dutiesSaid(duties) || 'なし'],
  ];
  return rows.flatMap(([what, of]) => {
    if (before === undefined) return what === '名簿' || of(after) === 'なし' ? [] : [{ what, after: of(after) }];
    return of(before) === of(after)
      ? []
      : [{ what: `${after.name}さん ${what}`, before: of(before), after: of(after) }];
  });
}

type Handover = {
  readonly lines: readonly Change[];
  readonly puts: readonly (Put | undefined)[];
  readonly left: readonly ActionItem[];
};

/**
 * Open homework that somebody cannot go on with: an officer's goes to who leads in the municipality; of everybody else,
 * and where there is nobody, it is listed and given to somebody by hand.
 */
export async function handover(store: Store, before: Member, after: Member, { members }: Roster): Promise<Handover> {
  const partitions = [PROGRAMME, ...before.municipalities.map(municipal)];
  const found = (
    await Promise.all(partitions.map((at) => store.actionItems.list(at, { from: 'action-', below: 'action.' })))
  )
    .flat()
    .map(({ value }) => value);
  const own = openActions(found).filter((action) => action.owner === before.id && !goesOn(before, after, action));
  const next = (code: string | undefined) => {
    if (before.role !== 'municipal' || code === undefined) return undefined;
    const here = members.filter((one) => one.id !== before.id && worksIn(one, code));
    return here.find(({ lead }) => lead) ?? here[0];
  };
  const moved = own.flatMap((action) => {
    const to = next(action.municipality);
    return to ? [{ action, to }] : [];
  });
  return {
    lines: moved.map(({ action, to }) => ({
      what: `宿題「${action.what}」の担当`,
      before: before.name,
      after: to.name,
    })),
    puts: moved.map(({ action, to }) => putOf(store, 'actionItems', action, withNewOwner(action, before.id, to.id))),
    left: own.filter((action) => next(action.municipality) === undefined),
  };
}

const worksIn = (member: Member, code: string): boolean =>
  member.active && member.role === 'municipal' && member.municipalities.includes(code);

/** An officer who becomes somebody of the prefecture or of the secretariat leaves the homework of the municipality behind. */
const goesOn = (before: Member, after: Member, action: ActionItem): boolean =>
  mayHold(after, action) && (before.role === after.role || action.municipality === undefined);

/** Homework that nobody takes over by itself. */
export const leftNotes = (left: readonly ActionItem[]): readonly string[] =>
  left.length === 0
    ? []
    : [
        `引き継ぐ方がいない宿題が${left.length}件あります: ${left.map(({ what }) => `「${what}」`).join('')}。「宿題一覧」で次の担当を決めてください。`,
      ];

export const refusedFor = (sentence: string): { card: Card } => ({ card: rosterRefused(sentence) });

/** What somebody who comes without 誓約 or 承認 waits for; empty for who has access. */
export async function stillLacking(
  person: Member,
  { store, admission, now }: Pick<TurnStart, 'store' | 'admission' | 'now'>,
): Promise<readonly string[]> {
  const no = (await admission(store, [person], dayOf(now)))(person);
  return no ? [`${person.name}さんは、まだ使えません。${lackingSaid(no)}。`] : [];
}

/** By name alone it may be somebody who was here before. */
export const sameAs = (a: Pick<Member, 'name'>, b: Pick<Member, 'name'>): boolean =>
  plainName(a.name) === plainName(b.name);
