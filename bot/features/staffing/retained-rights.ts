import { registerCard, registerForm } from '../../../cards/staffing/register.ts';
import { ask } from '../../../programme/asks.ts';
import { pageOf } from '../../../programme/page.ts';
import {
  RETAINED_RIGHTS,
  type RetainedRight,
  RightEntry,
  retainedRightId,
} from '../../../programme/staffing/retained-right.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';
import { asksAtOnce, defineCommand, type MemberStart, type Prepared } from '../../command.ts';
import { entryMeant, latestOf, mayKeep } from './register-entry.ts';

const PAGE = 8;
const FIELDS = [
  { name: 'name', label: '権利留保物の名称' },
  { name: 'holder', label: '権利者' },
  { name: 'where', label: '使った場所', hint: '例: 研修資料 第2回 の5ページ' },
] as const;
type Found = { readonly known: RetainedRight | undefined; readonly entry: RightEntry } | undefined;

export const retainedRightsRegister = defineCommand({
  name: 'retained-rights',
  says: ['権利留保物', '権利留保物一覧'],
  help: '成果物のうち、権利がほかの方に残るもの（名称・権利者・使った場所）を確かめ、事務局が登録します。',
  example: '権利留保物',
  english: 'See and keep what in the deliverables belongs to somebody else.',
  group: { title: '体制のこと', order: 25 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: ['name', 'holder', 'where'],
  typed: 'inputs',
  spoken: { words: ['権利留保物', '権利を留保'], wins: 544, looks: true },

  async prepare({ name, holder, where, entry, begins }, turn): Promise<Prepared<Found>> {
    const said = { name, holder, where };
    const meant = await entryMeant<RightEntry, RetainedRight>(
      { said, entry, begins },
      () => rightsIn(turn.store),
      turn,
    );
    if (!meant) return { found: undefined };
    const { known, next, isSaid } = meant;
    const whole = RightEntry.safeParse(next);
    if (isSaid && whole.success) return { found: { known, entry: whole.data } };
    const open = isSaid ? FIELDS.filter((field) => next[field.name] === undefined) : FIELDS;
    const of = known ? { entry: known.id } : { begins: 'yes' as const };
    return asksAtOnce(
      open.map((field) => field.name),
      registerForm('権利留保物', open, next, ask('retained-rights', { ...said, ...of })),
    );
  },

  async run({ page = 1 }, turn, found) {
    if (!found) return { card: await listCard(turn, page) };
    const { known, entry } = found;
    const id = known?.id ?? retainedRightId(turn.from.ask);
    await turn.change('retainedRights', { partition: PROGRAMME, id }, (now) => {
      if (now?.versions.some(({ ask: message }) => message === turn.from.ask)) return now;
      return { id, versions: [...(now?.versions ?? []), { ...turn.from, ...entry }] };
    });
    return { card: await listCard(turn, 1, `「${entry.name}」を登録しました。`), how: 'replace' };
  },
});

async function rightsIn(store: Store): Promise<readonly RetainedRight[]> {
  return (await store.retainedRights.list(PROGRAMME, RETAINED_RIGHTS)).map(({ value }) => value);
}

async function listCard(turn: MemberStart, page: number, said?: string) {
  const all = await rightsIn(turn.store);
  const { shown, at, pages } = pageOf(all, page, PAGE);
  const mayWrite = mayKeep(turn);
  return registerCard({
    title: '権利留保物',
    about: '成果物に含まれ、権利がほかの方に残るものです。納品のときに県へ示します。',
    rows: shown.map((one) => ({
      title: latestOf(one).name,
      detail: [`権利者 ${latestOf(one).holder}`, `使った場所 ${latestOf(one).where}`].join('・'),
      change: mayWrite ? ask('retained-rights', { entry: one.id }) : undefined,
    })),
    all: all.length,
    page: at,
    pages,
    to: (next) => ask('retained-rights', { page: next }),
    add: mayWrite ? { label: '権利留保物を足す', ask: ask('retained-rights', { begins: 'yes' }) } : undefined,
    said,
  });
}
