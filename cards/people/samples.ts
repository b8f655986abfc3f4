import type { Acquaintance } from '../../programme/acquaintance.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { accountsCard, claimCard, claimWaits } from './accounts.ts';
import { registered } from './registered.ts';
import { roomBound } from './room-bound.ts';
import { stranger, whoYouAre } from './who.ts';

const { town } = example;
const account: Acquaintance = {
  id: '0'.repeat(32),
  channel: 'teams',
  person: 'a',
  member: example.officer.id,
  metAt: '2024-10-01T01:00:00.000Z',
  proved: { by: 'email', at: '2024-10-01T01:00:00.000Z' },
};
const newAccount = {
  id: '1'.repeat(32),
  channel: 'teams',
  person: 'b',
  metAt: '2024-11-06T01:05:00.000Z',
  claim: { member: example.officer.id, at: '2024-11-06T01:05:00.000Z', granted: false },
} as const satisfies Acquaintance;

/** The cards about people, filled in. */
export const peopleSamples: Samples = {
  who: () => whoYouAre(example.officer, [town.name]),
  'who-expert': () =>
    whoYouAre({ ...example.officer, name: '佐藤 次郎', role: 'expert', office: '伴走支援センター' }, [
      town.name,
      '川上村',
    ]),
  stranger: () => stranger(),
  registered: () => registered(example.officer),
  accounts: () =>
    accountsCard({ people: [{ who: example.officer, accounts: [newAccount, account] }], here: '', reader: '' }),
  'accounts-own': () =>
    accountsCard({
      people: [{ who: example.officer, accounts: [account] }],
      here: account.id,
      reader: example.officer.id,
    }),
  'account-claim': () => claimCard(newAccount, example.officer, { id: 'member-office' }),
  'account-claim-own': () => claimCard(newAccount, example.officer, example.officer),
  'account-told': () =>
    claimCard({ ...newAccount, claim: { ...newAccount.claim, granted: true } }, example.officer, {
      id: 'member-office',
    }),
  'account-waits': () => claimWaits(),
  'room-bound': () => roomBound('prefecture', '長野県 DX推進課'),
};
