import { commandTaking } from '../../bot/command.ts';
import { receiptOf } from '../../bot/receipt-of.ts';
import type { MunicipalTurn } from '../../bot/turn.ts';
import { municipal } from '../../storage/collections.ts';
import { recordProbe } from './asks.ts';
import { linesOf, manyCard } from './cards.ts';
import type { Probe } from './kind.ts';

const MANY = 100;

export const record = commandTaking(recordProbe, {
  name: 'record-probe',
  says: ['機器点検', '点検記録'],
  help: '機器を点検した結果を記録します。',
  example: '機器点検 要修理 11/20 3点',
  english: 'Record what an inspection of the equipment has found.',
  group: { title: '報告する', order: 0 },
  needs: 'report',
  about: 'municipality',
  usualFor: { municipal: 0 },
  writes: true,
  typed: 'inputs',
  spoken: { words: ['機器点検', '点検記録'], wins: 355, labelled: { note: ['note'] } },

  async confirm(input) {
    return input.count < MANY || input.sure ? undefined : manyCard(input);
  },

  async run({ state, day, count, cure, note }, turn) {
    const { from, municipality } = turn;
    const at = { municipality: municipality.code, id: `probe-${from.ask}` };
    const said = { ...(cure === undefined ? {} : { cure }), ...(note === undefined ? {} : { note }) };
    const found: Probe = { ...from, ...at, state, day, count, ...said };
    await writing(turn)(
      'probeRecords',
      { partition: municipal(at.municipality), id: at.id },
      (known) => known ?? found,
    );
    const written = linesOf(found).map((line) => ({ line, report: from.ask, isNew: true }));
    return { card: receiptOf(turn, written, { title: '機器点検を記録しました', already: 'すでに記録しています。' }) };
  },
});

/** The way to write knows the kinds of the list in storage by their types; a kind of a column is among them. */
const writing = ({ change }: MunicipalTurn) =>
  change as unknown as (
    kind: string,
    at: { readonly partition: string; readonly id: string },
    next: (now: Probe | undefined) => Probe,
  ) => Promise<Probe>;
