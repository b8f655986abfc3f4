import { partsAskedCard } from '../../../cards/consent/share-meeting.ts';
import { chooseMeeting } from '../../../cards/meetings/meetings.ts';
import { ask } from '../../../programme/asks.ts';
import type { ConsentOf } from '../../../programme/consent/consent.ts';
import { currentMaterial } from '../../../programme/consent/material.ts';
import { isToThirdParties } from '../../../programme/consent/scope.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import { handInMaterial, writeAsking } from './ask-consent.ts';
import { consentersOf } from './consent-views.ts';
import { meetingsToShare, partsOfMeeting } from './parts-of-meeting.ts';

export const askForParts = defineCommand({
  name: 'ask-for-parts',
  says: ['共有版の承諾依頼'],
  help: '会議の共有版について、まだ依頼していない全ての団体に、一度に承諾を依頼します。',
  example: '共有版の承諾依頼 第8回 支援対象の市町村',
  english: 'Ask all municipalities at once for their consent to the sharing version of a meeting.',
  group: { title: '承諾と共有', order: 16 },
  needs: 'share',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: { words: ['共有版の承諾依頼', '共有版の承諾'], wins: 377 },

  async prepare({ meeting: said, scope }, turn) {
    const [meeting, ...others] = await meetingsToShare(said, turn);
    if (others.length > 0)
      return asksBack(['meeting'], chooseMeeting(ask('ask-for-parts', { scope }), '共有版', [meeting, ...others]));
    const parts = await partsOfMeeting(meeting, scope, turn);
    if (parts.length === 0) throw Refusal.because('no-parts');
    return { found: { meeting, parts } };
  },

  async run({ scope }, turn, { meeting, parts }) {
    const ofPart = ({ town, part }: (typeof parts)[number]): ConsentOf => ({
      municipality: town.code,
      material: part.id,
      version: currentMaterial(part).version,
      scope,
    });
    const open = parts.filter(({ standing }) => standing !== 'approve' && standing !== 'asked');
    const asked = await Promise.all(
      open.map(async (one) => {
        const isAnswered = (await consentersOf(turn.store, one.town.code)).length > 0;
        if (isAnswered) await writeAsking(ofPart(one), turn);
        return { town: one.town, isAnswered };
      }),
    );
    const [first] = parts;
    if (first && isToThirdParties(scope)) await handInMaterial(ofPart(first), turn);
    await ringBell(turn);
    const without = asked.filter(({ isAnswered }) => !isAnswered).map(({ town }) => town.name);
    const counts = { asked: asked.length - without.length, before: parts.length - open.length };
    return { card: partsAskedCard({ meeting, scope, ...counts, without }) };
  },
});
