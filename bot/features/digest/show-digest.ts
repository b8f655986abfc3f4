import { digestCard, municipalityDigestCard } from '../../../cards/digest/digest.ts';
import { yearOver } from '../../../programme/asked-year.ts';
import { mayNamePeople } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { weekOf } from '../../../programme/week.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import { gatherDigest, lastWeekOf } from './gather-digest.ts';

export const showDigest = defineCommand({
  name: 'show-digest',
  says: ['ダイジェスト', 'まとめ'],
  help: '前回から動いたこと、相談、静かになったところ、近い期限をまとめて表示します。',
  example: 'ダイジェスト',
  english: 'Show what moved, who asked for help, who has gone quiet and what is due.',
  group: { title: '全体を見る', order: 1 },
  needs: 'digest',
  about: 'member',
  usualFor: { secretariat: 3, prefecture: 1 },
  writes: false,
  spoken: {
    words: ['ダイジェスト', 'まとめ', '週のまとめ', 'サマリー', 'サマリ'],
    wins: 240,
    looks: true,
  },

  async prepare({ week, municipality: named }, { store, now }) {
    if (week !== undefined && week > weekOf(now)) throw Refusal.because('week-ahead', { week });
    const isKnown = (await supportedMunicipalities(store)).some(
      ({ code, name }) => named === undefined || [code, name].includes(named),
    );
    if (!isKnown) throw Refusal.because('unknown-municipality', { said: named ?? '' });
    return { found: undefined };
  },

  async run({ week: asked, municipality: named, page = 1 }, { programme, store, now, room }) {
    const closed = yearOver(programme);
    const week = asked ?? (closed === undefined ? weekOf(now) : await lastWeekOf(store, programme));
    const { digest, records, meetings } = await gatherDigest(store, programme, { week, now, only: named });
    const [only] = digest.municipalities;
    if (named !== undefined && only) return { card: municipalityDigestCard(digest, only, closed) };
    return {
      card: digestCard(digest, { closed, records, meetings, page, mayDrillDown: mayNamePeople(room.audience) }),
    };
  },
});
