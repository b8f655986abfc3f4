import { needsForm, needsKeptCard } from '../../../cards/support/needs.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { itemIdsIn } from '../../../programme/support/item-ids.ts';
import {
  currentNeeds,
  type NeedsSaid,
  needsFields,
  supportNeedsId,
  withNeeds,
} from '../../../programme/support/support-needs.ts';
import { municipal } from '../../../storage/collections.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MunicipalStart } from '../../turn.ts';

type Wanted = InputOf<'set-needs'>;

export const setNeeds = defineCommand({
  name: 'set-needs',
  says: ['派遣の希望', '支援の希望', '派遣希望'],
  help: '今年度に来てほしいテーマ・形態・制約などを、事務局に届けます。',
  example: '派遣の希望',
  english: 'Tell the secretariat what support the municipality wishes for this year.',
  group: { title: '報告する', order: 12 },
  needs: 'wish',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  wished: [
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?(?:派遣|支援)の?(?:希望|要望|要請)[をが]?(?:出|伝|届|変|直|お願|した|あり)[^、。\s]*/u,
      as: '派遣の希望 $<where> ',
    },
    {
      like: /^(?:(?<where>\S+?[市区町村])(?:に|へ)の?)?派遣(?:人材)?を(?:お願い|希望|要望|要請)[^、。\s]*/u,
      as: '派遣の希望 $<where> ',
    },
    {
      like: /^(?:(?<where>\S+?[市区町村])(?:に|へ)の?)?(?:専門家|派遣人材|人材)の派遣を[^、。]{0,12}(?:お願い|希望|要望|要請|増や)[^、。\s]*/u,
      as: '派遣の希望 $<where> ',
    },
  ],

  async prepare(input, turn) {
    const { municipality, programme } = turn;
    if (!municipality.supported) throw Refusal.because('not-supported', { what: municipality.name });
    const known = await knownNeeds(turn);
    const { needs, errors } = needsIn(input, known);
    const isSaid = needsFields.some(({ name }) => input[name] !== undefined);
    if (needs && isSaid) return { found: needs };
    const { fiscalYear } = programme;
    const given: Readonly<Record<string, unknown>> = input;
    const lacking = isSaid ? errors : {};
    return asksBack(
      needsFields.filter(({ name }) => input[name] === undefined).map(({ name }) => name),
      needsForm({ municipality, fiscalYear, known, given, errors: lacking }),
    );
  },

  async run(_input, turn, needs) {
    const { municipality, programme, change, from } = turn;
    const { fiscalYear } = programme;
    const of = { municipality: municipality.code, fiscalYear };
    const at = { partition: municipal(municipality.code), id: supportNeedsId(fiscalYear) };
    const kept = currentNeeds(await change('supportNeeds', at, (now) => withNeeds(now, of, needs, from)));
    if (!kept) throw new Error('needs that were kept are there');
    return { card: needsKeptCard(municipality, fiscalYear, kept), how: 'replace' };
  },
});

async function knownNeeds({ store, municipality, programme }: MunicipalStart) {
  const found = await store.supportNeeds.get(municipal(municipality.code), supportNeedsId(programme.fiscalYear));
  return currentNeeds(found?.value);
}

type Judged = { readonly needs?: NeedsSaid; readonly errors: Readonly<Record<string, string>> };

/** What is not said stays as it stands. */
function needsIn({ themes: said, ...input }: Wanted, known: NeedsSaid | undefined): Judged {
  const themes = said === undefined ? { ids: known?.themes ?? [] } : itemIdsIn(said);
  const text = Object.fromEntries(
    needsFields.flatMap(({ name }) => {
      const value = name === 'themes' ? undefined : (input[name] ?? known?.[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const needs: NeedsSaid = { themes: [...themes.ids], ...text };
  const lacking = needsFields.filter(({ name, required }) => required && !needs[name]?.length);
  const errors = {
    ...Object.fromEntries(lacking.map(({ name, label }) => [name, `${label}を入力してください。`])),
    ...('unknown' in themes && themes.unknown
      ? { themes: `「${themes.unknown}」という項目はありません。S1-3 のような番号を入力してください。` }
      : {}),
  };
  return Object.keys(errors).length > 0 ? { errors } : { needs, errors };
}
