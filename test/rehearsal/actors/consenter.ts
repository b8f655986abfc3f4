import { CONSENTS } from '../../../programme/consent/consent.ts';
import type { Day } from '../../../programme/day.ts';
import { municipal } from '../../../storage/collections.ts';
import type { Deed } from '../deed.ts';
import type { Town } from '../plan.ts';

/** When anybody is asked for a 承諾 at all. */
const [FIRST, LAST] = ['2024-12-10', '2025-02-14'];

/** The 承諾者 of a municipality answers what was asked, as its card carries it. */
export const consentDeeds = ({ code, consenter }: Town, day: Day): readonly Deed[] =>
  day < FIRST || day > LAST
    ? []
    : [
        {
          who: consenter,
          does: async (actor, { store }) => {
            const all = (await store.consents.list(municipal(code), CONSENTS)).map(({ value }) => value);
            const open = all.filter(({ askings, answers }) => answers?.at(-1)?.asking !== askings.length);
            for (const { municipality, material, version, scope } of open)
              await actor.ask(
                'answer-consent',
                { municipality, material, version, scope, verdict: 'approve' },
                /「承諾」と記録しました/,
              );
          },
        },
      ];
