import { text } from '../../../cards/card.ts';
import { newYearForm, newYearOverview, newYearTown } from '../../../cards/year/new-year.ts';
import { ask } from '../../../programme/asks.ts';
import { findItem } from '../../../programme/catalogue.ts';
import { fiscalYearName } from '../../../programme/day.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { decisionText, GoesOn, type ItemDecision, needsReason } from '../../../programme/year/going-on.ts';
import { decisionsOf, withDecisions } from '../../../programme/year/new-year-plan.ts';
import { restDecided, undecidedIn } from '../../../programme/year/standing.ts';
import { MEMBERS } from '../../../storage/collections.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import { receiptOf, type Written } from '../../receipt-of.ts';
import type { MunicipalStart, MunicipalTurn, TurnStart } from '../../turn.ts';
import { nextYear, planAt, planOf } from './plans.ts';

const TOWNS = 8;
const ITEMS = 7;

type Given = Readonly<Record<string, unknown>>;
type Deciding = Pick<ItemDecision, 'item' | 'goesOn' | 'due' | 'reason'>;

export const newYear = defineCommand({
  name: 'new-year',
  says: ['年度更新'],
  help: '年度の変わり目に、市町村ごとの項目を翌年度にどうするか（継続・先送り・終了・対象外）を決めておきます。',
  example: '年度更新',
  english: 'Prepare the next fiscal year: what goes on of each municipality’s items.',
  group: { title: '事務局の仕事', order: 7 },
  needs: 'steer',
  about: 'municipality',
  usualFor: {},
  writes: ['goesOn', 'rest'],
  typed: 'inputs',

  withoutTown: overview,

  check({ item, goesOn, due, reason }) {
    if (item === undefined) return goesOn === undefined ? [] : [{ input: 'item' }];
    if (goesOn === undefined) return [{ input: 'goesOn' }];
    if (!needsReason(goesOn)) return [];
    if (due !== undefined) return [{ input: 'due', problem: '終了・対象外には期限がありません。空にしてください。' }];
    return reason === undefined ? [{ input: 'reason' }] : [];
  },

  question: (given, turn) => form(given, {}, turn),
  again: (given, turn, errors) => form(given, Object.fromEntries(errors), turn),

  async prepare({ item, goesOn, due }, turn) {
    if (item !== undefined && goesOn !== undefined) {
      await recordToDecide(item, turn);
      refuseOutside(due, goesOn, nextYear(turn));
    }
    return { found: undefined };
  },

  async run(input, turn) {
    const { item, goesOn, due, reason, rest, page = 1 } = input;
    if (item !== undefined && goesOn !== undefined)
      return { card: await decide([{ item, goesOn, due, reason }], turn) };
    if (rest) return { card: await decide(restDecided((await planOf(turn.municipality, turn)).standing), turn) };
    return { card: await town(page, turn) };
  },
});

/** Where no municipality is named: how far all of them are. */
async function overview({ page }: Given, turn: TurnStart) {
  const all = await Promise.all(
    (await supportedMunicipalities(turn.store)).map(async (municipality) => ({
      ...{ municipality, standing: (await planOf(municipality, turn)).standing },
    })),
  );
  const open = all.map(({ standing }) => undecidedIn(standing)).filter((count) => count > 0);
  const { shown, at, pages } = pageOf(all, Number(page) || 1, TOWNS);
  return newYearOverview({
    ...{ next: nextYear(turn), page: at, pages },
    towns: shown,
    undecided: { items: open.reduce((sum, count) => sum + count, 0), towns: open.length },
  });
}

async function town(page: number, turn: MunicipalStart) {
  const { municipality } = turn;
  const { standing } = await planOf(municipality, turn);
  // What nobody has decided on comes first.
  const inOrder = standing.items.toSorted(
    (a, b) => Number(a.decision !== undefined) - Number(b.decision !== undefined),
  );
  const { shown, at, pages } = pageOf(inOrder, page, ITEMS);
  return newYearTown({ municipality, standing, next: nextYear(turn), shown, page: at, pages });
}

/** The item as it stands, where there is anything to decide of it. @throws Refusal where there is not */
async function recordToDecide(item: string, turn: MunicipalStart) {
  const { municipality } = turn;
  const { standing } = await planOf(municipality, turn);
  const found = standing.items.find(({ record }) => record.item === item);
  if (found) return found;
  throw Refusal.because('nothing-to-decide', { what: `${municipality.name}の ${item} ${findItem(item)?.short ?? ''}` });
}

async function form(given: Given, errors: Readonly<Record<string, string>>, turn: MunicipalStart) {
  const { municipality, store } = turn;
  const item = typeof given['item'] === 'string' ? findItem(given['item']) : undefined;
  if (!item) return undefined;
  const { record, decision } = await recordToDecide(item.id, turn);
  const { plan } = await planOf(municipality, turn);
  const last = plan.versions.findLast((version) => version.item === item.id && version.undone === undefined);
  const by = last && (await store.members.get(MEMBERS, last.by))?.value.name;
  return newYearForm({
    ...{ municipality, record, decision, given },
    next: nextYear(turn),
    decided: last && by !== undefined ? { name: by, at: last.at } : undefined,
    errors: { ...errors, ...lackingReason(given) },
  });
}

function lackingReason({ goesOn, reason }: Given): Readonly<Record<string, string>> {
  const said = GoesOn.safeParse(goesOn);
  if (!said.success || !needsReason(said.data) || reason !== undefined) return {};
  return { reason: '終了・対象外にするときは、理由を入力してください。' };
}

/** A deadline lies in the year it is decided for, or later where the item is put off. */
function refuseOutside(due: string | undefined, goesOn: GoesOn, next: number): void {
  const [first, last] = [`${next}-04-01`, `${next + 1}-03-31`];
  if (due === undefined || (due >= first && (goesOn === 'later' || due <= last))) return;
  const sentence = `期限は${fiscalYearName(next)}の中（4/1〜3/31）の日付で入力してください。何も決めていません。`;
  throw Refusal.because('bad-value', { sentence });
}

/** Records decisions of one message, to be taken back as one. */
async function decide(deciding: readonly Deciding[], turn: MunicipalTurn) {
  const { municipality, from } = turn;
  const { code, name } = municipality;
  const next = nextYear(turn);
  const { plan: before } = await planOf(municipality, turn);
  const after = await turn.change('newYearPlans', planAt(code, next), (now = { ...before, versions: [] }) =>
    withDecisions(now, deciding, from),
  );
  const versions = after.versions.filter(({ undone }) => undone === undefined);
  const written = deciding.flatMap(({ item }): Written[] => {
    const version = versions.findLast((each) => each.item === item);
    if (!version) return [];
    const earlier = decisionsOf({ ...after, versions: after.versions.filter((each) => each.ask !== version.ask) });
    const was = earlier.find((decision) => decision.item === item);
    const line = {
      what: `${item} ${findItem(item)?.short ?? ''}`,
      before: was ? decisionText(was, next) : '未決',
      after: decisionText(version, next),
    };
    return [{ line, report: version.ask, isNew: version.ask === from.ask }];
  });
  const left = undecidedIn((await planOf(municipality, turn)).standing);
  return receiptOf(turn, written, {
    title: '翌年度にどうするかを決めました',
    notes: deciding.some(({ goesOn }) => goesOn === 'later')
      ? [text(`「先送り」は、${decisionText({ goesOn: 'later' }, next)}として残します。`, 'quiet')]
      : [],
    already: deciding.length === 0 ? '決める項目は残っていません。' : 'すでにそう決まっています。',
    next: [
      { label: left > 0 ? `${name}の残り ${left}件` : `${name}の一覧`, ask: ask('new-year', { municipality: code }) },
      { label: '市町村の一覧', ask: ask('new-year') },
    ],
  });
}
