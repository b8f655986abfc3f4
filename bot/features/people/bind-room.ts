import { roomBound } from '../../../cards/people/room-bound.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { PROGRAMME, ROOMS } from '../../../storage/collections.ts';
import { roomId } from '../../../storage/ids.ts';
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

  async run({ audience }, { who, now, room, store, change }) {
    if (room.audience === undefined) throw Refusal.because('not-a-group-room');
    const municipality = await store.municipalities.get(PROGRAMME, `municipality-${audience}`);
    if (/^\d/.test(audience) && !municipality) throw Refusal.because('unknown-municipality', { said: audience });
    const id = roomId(room.channel, room.id);
    await change('rooms', { partition: ROOMS, id }, (known) =>
      known?.audience === audience && known.address === room.address
        ? known
        : { id, channel: room.channel, address: room.address, audience, boundBy: who.id, boundAt: now.toISOString() },
    );
    return { card: roomBound(audience, municipality?.value.name) };
  },
});
