import { digestCard, municipalityDigestCard } from '../../cards/digest.ts';
import { digestOf, type MunicipalityRecords } from '../../programme/digest.ts';
import { mayNamePeople } from '../../programme/member.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { Refusal } from '../../programme/refusal.ts';
import { weekOf } from '../../programme/week.ts';
import { municipal, PROGRAMME, type Store } from '../../storage/collections.ts';
import { recordsIn } from '../../storage/records.ts';
import { defineCommand } from '../command.ts';

export const showDigest = defineCommand('show-digest', {
  says: ['ダイジェスト', 'まとめ'],
  help: '前回から動いたこと、相談、静かになったところ、近い期限をまとめて表示します。',
  example: 'ダイジェスト',
  needs: 'digest',
  about: 'member',

  async run({ week: asked, municipality: named, page = 1 }, { programme, store, now, room }) {
    const week = asked ?? weekOf(now);
    if (week > weekOf(now)) throw Refusal.because('week-ahead', { week });
    const all = await supported(store);
    const chosen = named === undefined ? all : all.filter(({ code, name }) => named === code || named === name);
    if (chosen.length === 0) throw Refusal.because('unknown-municipality', { said: named ?? '' });
    const records = await Promise.all(chosen.map((municipality) => read(store, municipality)));
    const digest = digestOf(programme, week, now, records);
    const [only] = digest.municipalities;
    if (named !== undefined && only) return { card: municipalityDigestCard(digest, only) };
    return { card: digestCard(digest, { records, page, mayDrillDown: mayNamePeople(room.audience) }) };
  },
});

async function supported(store: Store): Promise<readonly Municipality[]> {
  const found = await store.municipalities.list(PROGRAMME, { from: 'municipality-', below: 'municipality.' });
  return found.map(({ value }) => value).filter((municipality) => municipality.supported);
}

async function read(store: Store, municipality: Municipality): Promise<MunicipalityRecords> {
  const [records, helps] = await Promise.all([
    recordsIn(store, municipality.code),
    store.helpRequests.list(municipal(municipality.code), { from: 'help-', below: 'help.' }),
  ]);
  return { municipality, records, helps: helps.map(({ value }) => value) };
}
