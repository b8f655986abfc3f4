import { digestCard, municipalityDigestCard } from '../../../cards/digest/digest.ts';
import { mayNamePeople } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { weekOf } from '../../../programme/week.ts';
import { defineCommand } from '../../command.ts';
import { gatherDigest } from './gather-digest.ts';

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

  async run({ week: asked, municipality: named, page = 1 }, { programme, store, now, room }) {
    const week = asked ?? weekOf(now);
    if (week > weekOf(now)) throw Refusal.because('week-ahead', { week });
    const { digest, records, meetings } = await gatherDigest(store, programme, { week, now, only: named });
    if (records.length === 0) throw Refusal.because('unknown-municipality', { said: named ?? '' });
    const [only] = digest.municipalities;
    if (named !== undefined && only) return { card: municipalityDigestCard(digest, only) };
    return { card: digestCard(digest, { records, meetings, page, mayDrillDown: mayNamePeople(room.audience) }) };
  },
});
