import { municipalityNameCell } from '../../../documents/workbook/municipality-cells.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { nameOfTown } from '../../../programme/gazetteer.ts';
import { type Municipality, municipalities } from '../../../programme/municipality.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import { type Drafted, putOf, settingCommand } from '../../setting-change.ts';
import type { TurnStart } from '../../turn.ts';

type Wanted = InputOf<'add-municipality'>;

export const addMunicipality = defineCommand({
  name: 'add-municipality',
  says: ['市町村追加'],
  help: '市町村を事業に足します。支援対象外の市町村を支援対象にするときも使います。',
  example: '市町村追加',
  english: 'Add a municipality to the programme.',
  group: { title: '途中の変更', order: 9 },
  about: 'member',
  writes: true,
  ...settingCommand<'add-municipality', Wanted, TurnStart>('add-municipality', draft),
});

async function draft(input: Wanted, { store }: TurnStart): Promise<Drafted> {
  const { code, area } = input;
  const towns = await municipalitiesIn(store);
  const before = towns.find((one) => one.code === code);
  const after = { code, name: nameIn(input.name), area, supported: input.supported !== 'no' };
  refuseWrong(after, towns);
  return {
    title: '市町村追加',
    municipality: after,
    lines: linesOf(before, after),
    notes: after.supported ? ['取組とKPIは未確認です。「期限変更」「KPI設定」か取込表で登録してください。'] : [],
    puts: [putOf(store, municipalities.name, before, after, { supported: false })],
    next: [
      { label: '人を足す', ask: ask('add-member', { municipalities: code }) },
      ...(after.supported ? [{ label: '取組を見る', ask: ask('show-item-plans', { municipality: code }) }] : []),
    ],
  };
}

function nameIn(said: string): string {
  const read = municipalityNameCell.read({ kind: 'text', text: said }, { fiscalYear: undefined, places: undefined });
  if ('value' in read) return read.value;
  throw Refusal.because('bad-value', { sentence: `${read.problem}。${read.remedy}。何も変えていません。` });
}

function refuseWrong({ code, name }: Municipality, towns: readonly Municipality[]): void {
  const called = nameOfTown(code);
  const elsewhere = towns[0] && towns[0].code.slice(0, 2) !== code.slice(0, 2);
  const sentence = towns.some((one) => one.name === name && one.code !== code)
    ? `${name}は、別の団体コードですでに登録されています。団体コードを確かめてください。`
    : elsewhere
      ? `団体コード「${code}」は、ほかの市町村と都道府県（先頭の2桁）が違います。団体コードを確かめてください。`
      : called !== undefined && called !== name
        ? `団体コード「${code}」は${called}です。団体コードか市町村名を確かめてください。`
        : undefined;
  if (sentence) throw Refusal.because('bad-value', { sentence: `${sentence}何も変えていません。` });
}

function linesOf(before: Municipality | undefined, after: Municipality) {
  const kind = ({ supported }: Municipality) => (supported ? '支援対象' : '支援対象外');
  const rows = [
    ['団体コード', ({ code }: Municipality) => code],
    ['市町村名', ({ name }: Municipality) => name],
    ['圏域', ({ area }: Municipality) => area],
    ['区分', kind],
  ] as const;
  return rows.flatMap(([what, of]) => {
    if (!before) return [{ what, after: of(after) }];
    return of(before) === of(after) ? [] : [{ what, before: of(before), after: of(after) }];
  });
}
