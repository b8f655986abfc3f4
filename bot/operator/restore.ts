import { dayOf, fullDate, timeOf } from '../../programme/day.ts';
import { withoutMove } from '../../programme/programme.ts';
import { PROGRAMME, type Store } from '../../storage/collections.ts';
import { restoreFrom } from '../../storage/embedded-restore.ts';
import { auditId } from '../../storage/ids.ts';
import { change } from '../../storage/store.ts';
import type { Config } from '../config.ts';
import { copiedLines, refusable, stepLines } from './copies.ts';
import { misspelt, type Outcome, type Verb, withStore } from './verb.ts';

const COMMAND = 'restore';
const AFTERWARDS =
  'このあとの報告は写しにありません。今までに送る予定だったものは送らず、「配信状況」に要確認として並べます。';
const NAMED = '写しのファイルを指定してください: npm run bansou -- restore 写し-20261201.sqlite';

export const restoreVerb: Verb = {
  name: 'restore',
  usage: 'restore FILE [--replace] | --from 日時',
  help: 'サービスを止めてから、写しの記録に戻します（今の記録は --replace で隣に残します）。--from は Cosmos DB のときです。',

  async run({ rest: [copy], config, now, progress, from, replace = false }) {
    if (config.STORE !== 'embedded') return markAccount(config, from, now);
    if (from !== undefined) return misspelt(no(`--from は Cosmos DB のときです。SQLite では${NAMED}`, 'not-cosmos'));
    if (!copy) return misspelt(no(NAMED, 'no-name'));
    return refusable(COMMAND, async () => {
      const prepare = (store: Store, copiedAt: string) => mark(store, copiedAt, now);
      const settings = { replace, now, prepare, progress: stepLines(progress) };
      const { copiedAt, counts, kept } = await restoreFrom(copy, config.EMBEDDED_FILE, settings);
      return {
        ok: true,
        lines: [
          `${moment(new Date(copiedAt))} の写しから ${config.EMBEDDED_FILE} に戻しました。`,
          ...copiedLines(counts),
          ...(kept === undefined ? [] : [`前の記録は ${kept} に残しました。要らなくなったら消してください。`]),
          AFTERWARDS,
        ],
        data: { restored: true, copiedAt, counts, ...(kept === undefined ? {} : { kept }) },
      };
    });
  },
};

const moment = (at: Date): string => `${fullDate(dayOf(at))} ${timeOf(at)}`;
const no = (line: string, why: string) => ({ ok: false, lines: [line], data: { restored: false, why } });

/** Azure brings an account back by itself; what is left to us is the mark. */
async function markAccount(config: Config, from: string | undefined, now: Date): Promise<Outcome> {
  const copiedAt = new Date(from ?? '');
  if (Number.isNaN(copiedAt.getTime()) || copiedAt > now)
    return misspelt(
      no(
        'Cosmos DB は Azure で戻します（infra/README.md）。戻したら、アプリを始める前に、戻した時刻を付けて実行してください: npm run bansou -- restore --from 2026-12-01T08:50:00+09:00',
        'cosmos',
      ),
    );
  await withStore(config, (store) => mark(store, copiedAt.toISOString(), now));
  const data = { restored: true, copiedAt: copiedAt.toISOString() };
  return { ok: true, lines: [`${moment(copiedAt)} に戻した印を付けました。`, AFTERWARDS], data };
}

/** Marks a restored store: nothing is sent again that somebody may have got, and whoever reads it sees the gap. */
async function mark({ programmes, audit }: Store, copiedAt: string, now: Date): Promise<void> {
  const at = now.toISOString();
  const found = await programmes.get(PROGRAMME, 'programme');
  if (!found) return;
  await change(programmes, { partition: PROGRAMME, id: 'programme' }, (programme = found.value) => ({
    // Whoever brings a store back means to work in it, whatever was to become of it when it was copied.
    value: { ...withoutMove(programme), restored: { copiedAt, at } },
    effects: found.effects,
  }));
  const record = 'everything';
  const entry = { id: auditId(at, record, COMMAND), at, by: 'operator', via: 'cli', command: COMMAND, record };
  await audit.put(entry, 'absent');
}
