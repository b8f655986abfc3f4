import { registerCard, registerForm } from '../../../cards/staffing/register.ts';
import { ask } from '../../../programme/asks.ts';
import { pageOf } from '../../../programme/page.ts';
import {
  PERSONAL_DATA,
  PersonalDataEntry,
  type PersonalDataRegister,
  personalDataId,
} from '../../../programme/staffing/personal-data-register.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';
import { asksAtOnce, defineCommand, type MemberStart, type Prepared } from '../../command.ts';
import { entryMeant, latestOf, mayKeep } from './register-entry.ts';

const PAGE = 8;
const FIELDS = [
  { name: 'name', label: '個人情報の内容', hint: '例: 市町村の担当者の連絡先' },
  { name: 'manager', label: '責任者' },
  { name: 'handlers', label: '従事者' },
  { name: 'place', label: '保管場所' },
] as const;
type Found = { readonly known: PersonalDataRegister | undefined; readonly entry: PersonalDataEntry } | undefined;

export const personalData = defineCommand({
  name: 'personal-data',
  says: ['個人情報', '個人情報の管理簿'],
  help: '業務で扱う個人情報の責任者・従事者・保管場所を確かめ、事務局が登録します。',
  example: '個人情報',
  english: 'See and keep who handles personal data, and where it is kept.',
  group: { title: '体制のこと', order: 26 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: ['name', 'manager', 'handlers', 'place'],
  typed: 'inputs',
  spoken: { words: ['個人情報の管理簿', '個人情報の台帳', '個人情報の登録簿'], wins: 545, looks: true },

  async prepare({ name, manager, handlers, place, entry, begins }, turn): Promise<Prepared<Found>> {
    const said = { name, manager, handlers, place };
    const meant = await entryMeant<PersonalDataEntry, PersonalDataRegister>(
      { said, entry, begins },
      () => registersIn(turn.store),
      turn,
    );
    if (!meant) return { found: undefined };
    const { known, next, isSaid } = meant;
    const whole = PersonalDataEntry.safeParse(next);
    if (isSaid && whole.success) return { found: { known, entry: whole.data } };
    const open = isSaid ? FIELDS.filter((field) => next[field.name] === undefined) : FIELDS;
    const of = known ? { entry: known.id } : { begins: 'yes' as const };
    return asksAtOnce(
      open.map((field) => field.name),
      registerForm('個人情報の管理簿', open, next, ask('personal-data', { ...said, ...of })),
    );
  },

  async run({ page = 1 }, turn, found) {
    if (!found) return { card: await listCard(turn, page) };
    const { known, entry } = found;
    const id = known?.id ?? personalDataId(turn.from.ask);
    await turn.change('personalDataRegisters', { partition: PROGRAMME, id }, (now) => {
      if (now?.versions.some(({ ask: message }) => message === turn.from.ask)) return now;
      return { id, versions: [...(now?.versions ?? []), { ...turn.from, ...entry }] };
    });
    return { card: await listCard(turn, 1, `「${entry.name}」を登録しました。`), how: 'replace' };
  },
});

async function registersIn(store: Store): Promise<readonly PersonalDataRegister[]> {
  return (await store.personalDataRegisters.list(PROGRAMME, PERSONAL_DATA)).map(({ value }) => value);
}

async function listCard(turn: MemberStart, page: number, said?: string) {
  const all = await registersIn(turn.store);
  const { shown, at, pages } = pageOf(all, page, PAGE);
  const mayWrite = mayKeep(turn);
  return registerCard({
    title: '個人情報の管理簿',
    about: '業務で扱う個人情報と、その責任者・従事者・保管場所です。個人情報そのものは書かないでください。',
    rows: shown.map((one) => ({
      title: latestOf(one).name,
      detail: [
        `責任者 ${latestOf(one).manager}`,
        `従事者 ${latestOf(one).handlers}`,
        `保管場所 ${latestOf(one).place}`,
      ].join('・'),
      change: mayWrite ? ask('personal-data', { entry: one.id }) : undefined,
    })),
    all: all.length,
    page: at,
    pages,
    to: (next) => ask('personal-data', { page: next }),
    add: mayWrite ? { label: '個人情報を足す', ask: ask('personal-data', { begins: 'yes' }) } : undefined,
    said,
  });
}
