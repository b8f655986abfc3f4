import { whichConsentLetterCard } from '../../../cards/consent/consent-letter.ts';
import { type ConsentView, materialAsk, materialCalled, whichConsent } from '../../../cards/consent/consent-view.ts';
import { wordFileCard } from '../../../cards/word-file.ts';
import { ask } from '../../../programme/asks.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { consentDocument } from './consent-document.ts';
import { consentMeant, consentViews } from './consent-views.ts';
import { consentTownsOf, lookingAs } from './show-consents.ts';

const NONE = '承諾がそろったものは、まだありません。状態は「承諾一覧」で確認できます。';
const GONE = 'この承諾は、今は有効ではないため、承諾書をお渡しできません。状態は「承諾一覧」で確認できます。';
const MIND = '承諾した方の氏名が入っています。取扱いに注意してください。';

export const consentFile = defineCommand({
  name: 'consent-file',
  says: ['共有承諾書', '承諾書'],
  help: '承諾がそろった資料や事例の共有承諾書を、Word のファイルで受け取ります。',
  example: '共有承諾書',
  english: 'Get the letter of a consent as a Word file.',
  group: { title: '承諾と共有', order: 10 },
  needs: 'consents',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['共有承諾書', '承諾書'], wins: 517, looks: true },

  async prepare(input, turn): Promise<Prepared<ConsentView>> {
    const { municipality, material } = input;
    const views = await consentViews(turn, await consentTownsOf(municipality, turn), lookingAs(turn));
    const of = ({ consent, content }: ConsentView) =>
      material === undefined || consent.material === material || content?.title.includes(material) === true;
    const meant = consentMeant(views, input);
    const standing = (meant ? [meant] : views.filter(of)).filter(hasLetter);
    const [only, ...others] = standing;
    if (!only) throw Refusal.because('bad-value', { sentence: meant ? GONE : NONE });
    if (others.length === 0) return { found: only };
    return asksBack(['material'], whichConsentLetterCard(standing));
  },

  async run(_input, turn, view) {
    const content = await consentDocument.make(view.consent.id, turn);
    if (!content) throw Refusal.because('old-card');
    const of = `${view.municipality.name}${materialCalled(view)}`;
    const back = { label: '承諾の状態を見る', ask: materialAsk(view) };
    const again = ask('consent-file', whichConsent(view));
    return { card: wordFileCard({ title: '共有承諾書', of, content, again, mind: MIND, back }) };
  },
});

/** Only what stands, and what its reader may see the words of: the letter holds them. */
const hasLetter = ({ standing, content }: ConsentView): boolean => standing === 'approve' && content !== undefined;
