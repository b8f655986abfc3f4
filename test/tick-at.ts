import type { House } from './house.ts';

/** The clock ticks at a moment until everything that is due then was planned and sent. */
export async function tickAt({ at, service }: Pick<House, 'at' | 'service'>, moment: string): Promise<void> {
  at(moment);
  for (const _ of [1, 2]) {
    await service.outbox.tick();
    await service.outbox.idle();
  }
}
