import type { Node } from '../../../cards/card.ts';
import { settledNotes, type WaitingHelp, waitingHelpsCard } from '../../../cards/help/waiting-helps.ts';
import { isOpenRequest } from '../../../programme/help/request-standing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipal } from '../../../storage/collections.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { defineCommand, type Turn } from '../../command.ts';

/** 相談 on a page: few enough for a phone, with what each says. */
const A_PAGE = 6;

export const answerHelp = defineCommand({
  name: 'answer-help',
  says: ['未対応'],
  help: '対応を待っている相談を表示します。済んだものを押すと、ダイジェストでも対応済みになります。',
  example: '未対応',
  english: 'Show the problems that wait for an answer, and mark them as settled.',
  group: { title: '事務局の仕事', order: 2 },
  needs: 'chase',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['request'],
  spoken: {
    words: ['未対応', '対応待ち'],
    wins: 270,
  },

  async prepare({ request, municipality: code }, { store }) {
    if (request === undefined || code === undefined) return { found: undefined };
    const [municipality] = await supportedMunicipalities(store, [code]);
    if (!municipality) throw Refusal.because('unknown-municipality', { said: code });
    const at = { partition: municipal(code), id: request };
    if (!(await store.helpRequests.get(at.partition, at.id))) throw Refusal.because('old-card');
    return { found: { municipality, at } };
  },

  async run({ back, page = 1 }, turn, found) {
    if (!found) return { card: await waiting(turn, page), how: 'replace' };
    const { municipality, at } = found;
    const after = await turn.change('helpRequests', at, (known) => {
      if (!known) throw Refusal.because('old-card');
      const { answered, ...open } = known;
      if (back) return answered ? open : known;
      return answered ? known : { ...known, answered: turn.from };
    });
    const said = settledNotes(after, municipality, back !== undefined);
    return { card: await waiting(turn, page, said), how: 'replace' };
  },
});

async function waiting({ store, now }: Turn, page: number, said: readonly Node[] = []) {
  const found = await Promise.all(
    (await supportedMunicipalities(store)).map(async (municipality): Promise<WaitingHelp[]> => {
      const all = await store.helpRequests.list(municipal(municipality.code), { from: 'help-', below: 'help.' });
      return all.flatMap(({ value }) => (isOpenRequest(value, now) ? [{ request: value, municipality }] : []));
    }),
  );
  const helps = found.flat().toSorted((a, b) => a.request.at.localeCompare(b.request.at));
  const pages = Math.max(1, Math.ceil(helps.length / A_PAGE));
  const at = Math.min(page, pages);
  const shown = helps.slice((at - 1) * A_PAGE, at * A_PAGE);
  return waitingHelpsCard({ helps: shown, all: helps.length, page: at, pages, said });
}
