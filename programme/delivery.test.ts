import fc from 'fast-check';
import { nextChannel } from './channel.ts';
import {
  CLAIM_MS,
  claimed,
  Delivery,
  DeliveryState,
  deliveriesFrom,
  deliveryEdges,
  deliveryId,
  doubtful,
  failed,
  isLapsed,
  type Planned,
  planned,
  putOff,
  reachedAt,
  replanned,
  sent,
  sentAgain,
  withdrawn,
} from './delivery.ts';

const NOW = new Date('2024-09-16T00:00:00Z');
const PLAN: Planned = {
  job: 'check-in',
  slot: '2024-09-15T15:00:00.000Z',
  recipient: { kind: 'member', id: 'member-1' },
  municipality: '202011',
  dueAt: NOW.toISOString(),
  until: '2024-09-20T00:00:00.000Z',
  hours: 'office',
  item: { week: '2024-09-16' },
};

/** Every step anybody may try, by two holders. */
const steps: readonly ((delivery: Delivery) => Delivery | undefined)[] = [
  (d) => claimed(d, { by: 'a', until: NOW }),
  (d) => claimed(d, { by: 'b', until: NOW }),
  (d) => sent(d, { by: 'a', at: NOW, channel: 'teams' }),
  (d) => sent(d, { by: 'b', at: NOW, channel: 'teams' }),
  (d) => putOff(d, { by: 'a', reason: 'busy', notBefore: NOW }),
  (d) => putOff(d, { reason: 'could-not-draw', notBefore: NOW }),
  (d) => failed(d, { by: 'b', reason: 'blocked' }),
  (d) => doubtful(d, 'lapsed'),
  (d) => withdrawn(d, 'not-due'),
  (d) => withdrawn(d, 'answered'),
  (d) => replanned(d, PLAN),
  (d) => replanned(d, { ...PLAN, dueAt: '2024-09-17T00:00:00.000Z' }),
];

describe('a delivery', () => {
  it('that is in doubt reached somebody, if it did, when it was tried, and not when it was due', () => {
    const tried = new Date('2024-09-18T00:05:00.000Z');
    const until = new Date(tried.getTime() + CLAIM_MS);
    const doubt = doubtful(claimed(planned(PLAN), { by: 'a', until }) as Delivery, 'no-answer') as Delivery;
    expect(reachedAt(doubt)).toEqual(tried);
    expect(reachedAt(planned(PLAN))).toEqual(new Date(PLAN.dueAt));
  });

  it('only ever moves along the edges, whoever does what in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(steps.length - 1), { maxLength: 30 }), (order) => {
        let now = planned(PLAN);
        for (const at of order) {
          const next = steps[at]?.(now);
          if (!next) continue;
          expect(deliveryEdges[now.state]).toContain(next.state);
          expect(deliveryId(next)).toBe(deliveryId(planned(PLAN)));
          now = next;
        }
      }),
    );
  });

  it('is never taken up again once it was sent, has failed or is in doubt', () => {
    const sending = claimed(planned(PLAN), { by: 'a', until: NOW });
    const over = [
      sending && sent(sending, { by: 'a', at: NOW, channel: 'teams' }),
      sending && doubtful(sending, 'lapsed'),
      failed(planned(PLAN), { reason: 'no-address' }),
    ];
    for (const delivery of over) {
      expect(delivery && claimed(delivery, { by: 'b', until: NOW })).toBeUndefined();
      expect(delivery && replanned(delivery, { ...PLAN, dueAt: '2024-09-17T00:00:00.000Z' })).toBeUndefined();
      expect(delivery && withdrawn(delivery, 'not-due')).toBeUndefined();
    }
  });

  it('is finished by its holder only, even after it was given up as doubtful', () => {
    const sending = claimed(planned(PLAN), { by: 'a', until: NOW }) as Delivery;
    expect(sent(sending, { by: 'b', at: NOW, channel: 'teams' })).toBeUndefined();
    expect(failed(sending, { by: 'b', reason: 'x' })).toBeUndefined();
    const doubt = doubtful(sending, 'lapsed') as Delivery;
    expect(sent(doubt, { by: 'a', at: NOW, channel: 'teams' })?.state).toBe('sent');
  });

  it('comes back from a plan that had dropped it, but not from what its own card said', () => {
    const dropped = withdrawn(planned(PLAN), 'not-due') as Delivery;
    expect(replanned(dropped, PLAN)?.state).toBe('waiting');
    expect(replanned(withdrawn(planned(PLAN), 'answered') as Delivery, PLAN)).toBeUndefined();
  });

  it('follows the plan while it waits, and is left alone when nothing changed', () => {
    expect(replanned(planned(PLAN), PLAN)).toBeUndefined();
    const later = replanned(planned({ ...PLAN, via: 'teams' }), { ...PLAN, dueAt: '2024-09-17T00:00:00.000Z' });
    expect(later).toMatchObject({ dueAt: '2024-09-17T00:00:00.000Z', state: 'waiting' });
    expect(later).not.toHaveProperty('via');
  });

  it('lapses when its holder is late', () => {
    const sending = claimed(planned(PLAN), { by: 'a', until: NOW }) as Delivery;
    expect(isLapsed(sending, NOW)).toBe(false);
    expect(isLapsed(sending, new Date(NOW.getTime() + 1))).toBe(true);
  });

  it('is sent again as another round, the same one for everybody who asks', () => {
    const doubt = { ...planned(PLAN), state: 'unknown' as const, channel: 'teams' as const };
    const again = sentAgain(doubt, NOW) as Delivery;
    expect(deliveryId(again)).toBe('20240915T1500Z@check-in:member-1~2');
    expect(again).toMatchObject({ state: 'waiting', hours: 'any', attempts: 0, round: 2 });
    expect(Delivery.parse(again)).toEqual(again);
    expect(sentAgain(doubt, NOW, nextChannel(doubt.channel))).toMatchObject({ via: 'line-works' });
    expect(sentAgain(again, NOW)).toBeUndefined();
  });

  it('has an id that sorts by time and can be stored', () => {
    const id = deliveryId(planned({ ...PLAN, about: 'meeting-20240920T0500Z-1f3a5c7e' }));
    expect(id).toBe('20240915T1500Z@check-in:member-1:meeting-20240920T0500Z-1f3a5c7e');
    const { from, below } = deliveriesFrom(new Date('2024-09-15T15:00:00Z'), new Date('2024-09-15T15:01:00Z'));
    expect(from <= id && id < (below ?? '')).toBe(true);
  });

  it('has a way out of every state but the last ones', () => {
    const ends = DeliveryState.options.filter((state) => deliveryEdges[state].length === 0);
    expect(ends).toEqual(['sent', 'failed']);
  });
});
