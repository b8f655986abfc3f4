import { roomBound } from '../../../cards/people/room-bound.ts';
import { prefectureOffice } from '../../../programme/programme.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { roomAudienceNames } from '../../../programme/room.ts';
import { ROOMS } from '../../../storage/collections.ts';
import { roomId } from '../../../storage/ids.ts';
import { knownMunicipality } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';

export const bindRoom = defineCommand({
  name: 'bind-room',
  says: ['部屋登録'],
  help: 'この部屋をだれが見るかを登録します。登録した範囲の情報だけを表示します。',
  example: '部屋登録 県',
  english: 'Register who reads this room. It then shows only what they may see.',
  group: { title: '事務局の仕事', order: 5 },
  needs: 'bind',
  about: 'member',
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: {
    words: ['部屋登録'],
    wins: 100,
  },

  async prepare({ audience }, { room, store }) {
    if (room.audience === undefined) throw Refusal.because('not-a-group-room');
    const municipality = await knownMunicipality(store, audience);
    if (/^\d/.test(audience) && !municipality) throw Refusal.because('unknown-municipality', { said: audience });
    return { found: municipality?.name };
  },

  async run({ audience }, { who, now, room, programme, change }, municipality) {
    const id = roomId(room.channel, room.id);
    await change('rooms', { partition: ROOMS, id }, (known) =>
      known?.audience === audience && known.address === room.address
        ? known
        : { id, channel: room.channel, address: room.address, audience, boundBy: who.id, boundAt: now.toISOString() },
    );
    const office = audience === 'prefecture' ? prefectureOffice(programme) : roomAudienceNames[audience];
    return { card: roomBound(audience, municipality ?? office ?? '') };
  },
});
