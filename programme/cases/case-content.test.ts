import fc from 'fast-check';
import { type CaseContent, PhotoConsent, withCaseVersion } from './case.ts';
import { caseContent } from './case-content.ts';
import { blankFields, caseFields, lackingFields } from './case-field.ts';
import { personNamedIn } from './person-named.ts';

const town = { name: 'ある町' };
const of = { municipality: '203033', item: 'S1-3' };
const from = (ask: string) => ({ by: 'member-office', at: '2026-11-24T01:00:00.000Z', via: 'teams', ask });
const seen = (content: CaseContent) => caseContent(withCaseVersion(undefined, of, content, from('a')), town);
const words = fc.string({ minLength: 1, maxLength: 20 }).map((said) => `x${said}`);

describe('what others see of a case', () => {
  it('is every text there is in the order of the form, and no blank', () => {
    fc.assert(
      fc.property(fc.subarray(caseFields.map(({ name }) => name)), words, (names, said) => {
        const texts = Object.fromEntries(names.map((name) => [name, said]));
        const { title, sections } = seen({ texts });
        const labels = sections.map(({ label }) => label).slice(2);
        const own = caseFields.filter(({ name }) => names.includes(name) && name !== 'title' && name !== 'size');
        expect(labels).toEqual(own.map(({ label }) => label));
        expect(title).toBe(names.includes('title') ? said : '全体方針（簡易計画を含む）の決定の取組');
        expect(sections.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  it('never has a photo without the consent of who is on it, nor a foreign work without its permission', () => {
    const photo = fc.record({ what: words, people: fc.constantFrom(...PhotoConsent.options) });
    fc.assert(
      fc.property(fc.array(photo, { maxLength: 4 }), words, (photos, work) => {
        const all = JSON.stringify(seen({ texts: {}, photos, works: [{ what: `図${work}` }] }).sections);
        const text = seen({ texts: {}, photos }).sections.find(({ label }) => label === '写真')?.text;
        const shown = photos.filter(({ people }) => people !== 'none').map(({ what }) => what);
        expect(text).toBe(shown.length > 0 ? shown.join('\n') : undefined);
        expect(all).not.toContain('他者の著作物');
      }),
    );
    const works = [{ what: '図1', permission: 'ある市（許諾）' }];
    expect(seen({ texts: {}, works }).sections.at(-1)?.text).toBe('図1（ある市（許諾））');
  });

  it('is asked for first where it is needed', () => {
    expect(lackingFields({ title: 'a', contact: 'b' }).map(({ name }) => name)).toEqual([
      ...['background', 'approach', 'effect'],
    ]);
    expect(
      blankFields({ title: 'a' })
        .slice(0, 4)
        .map(({ required }) => required),
    ).toEqual([true, true, true, true]);
  });
});

describe('versions of a case', () => {
  it('a replay and the same words change nothing', () => {
    const first = withCaseVersion(undefined, of, { texts: { title: 'a' } }, from('a'));
    expect(withCaseVersion(first, of, { texts: { title: 'b' } }, from('a'))).toBe(first);
    expect(withCaseVersion(first, of, { texts: { title: 'a' } }, from('b'))).toBe(first);
    expect(withCaseVersion(first, of, { texts: { title: 'b' } }, from('b')).versions).toHaveLength(2);
  });
});

describe('a person named in a text', () => {
  const names = ['山田 花子', '森 学', '高橋 三郎'];
  it.each([
    ['山田さんが進めた', '山田 花子'],
    ['山田花子が進めた', '山田 花子'],
    ['高橋課長の判断', '高橋 三郎'],
    ['森 学の案', '森 学'],
    ['山田地区の窓口', undefined],
    ['森さんの木', undefined],
    ['総務課の係長が進めた', undefined],
    ['佐藤一郎さんをCIO補佐官に', '佐藤一郎'],
    ['鈴木氏の助言', '鈴木'],
    ['職員の皆さんと住民さん、担当者さん、委託業者さん', undefined],
    ['氏名と住所を書く', undefined],
  ])('%s', (text, named) => {
    expect(personNamedIn(text, names)).toBe(named);
  });
});
