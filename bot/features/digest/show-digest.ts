import { digestCard, municipalityDigestCard } from '../../../cards/digest/digest.ts';
import { yearOver } from '../../../programme/asked-year.ts';
import { mayNamePeople } from '../../../programme/may.ts';
import { maySeeMeeting } from '../../../programme/meetings/audience.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { weekOf } from '../../../programme/week.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import { ownTownsOnly } from '../people/own-towns-only.ts';
import { digestPicture } from './digest-picture.ts';
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
    words: [
      ...['ダイジェスト', 'まとめ', '週のまとめ', 'サマリー', 'サマリ'],
      // What it opens with, and a part of its own.
      ...['県がすること', '県のすること', '県の対応が要ること', '県の対応が必要なこと'],
      ...['静かな市町村', '静かな団体', '静かなところ', '静かになった市町村', '静かになったところ'],
    ],
    wins: 240,
    looks: true,
  },

  async prepare({ week, municipality: named }, { store, now, who, room }) {
    if (week !== undefined && week > weekOf(now)) throw Refusal.because('week-ahead', { week });
    const own = ownTownsOnly(who, room);
    if (named === undefined) return { found: own };
    const town = (await supportedMunicipalities(store)).find(({ code, name }) => [code, name].includes(named));
    if (!town) throw Refusal.because('unknown-municipality', { said: named });
    if (own && !own.includes(town.code)) throw Refusal.because('not-yours');
    return { found: [town.code] };
  },

  async run({ week: asked, municipality: named, page = 1 }, turn, only) {
    const { programme, store, now, room, who } = turn;
    const closed = yearOver(programme);
    const week = asked ?? (closed === undefined ? weekOf(now) : await lastWeekOf(store, programme));
    const { digest, meetings, ...facts } = await gatherDigest(store, programme, { week, now, only, who });
    const [one] = digest.municipalities;
    if (named !== undefined && one) return { card: municipalityDigestCard(digest, one, closed) };
    const mayDrillDown = mayNamePeople(room.audience);
    const shown = only ? meetings.filter((meeting) => maySeeMeeting(who, meeting, room.audience)) : meetings;
    return {
      card: digestCard(digest, {
        ...facts,
        closed,
        meetings: shown,
        picture:
          page === 1 ? await digestPicture(programme, { digest, records: facts.records }, turn.leftOut) : undefined,
        page,
        mayDrillDown,
        ofOwn: only !== undefined,
      }),
    };
  },
});
