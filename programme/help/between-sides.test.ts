import { mayLearnOf, ownSide } from './between-sides.ts';

const officer = { role: 'municipal', id: 'officer' } as const;
const expert = { role: 'expert', id: 'expert' } as const;

describe('a 相談 about those of the other side', () => {
  it.each([
    '担当の方を替えてほしい',
    '交代してほしい',
    '山田さんと相性がよくない',
    '派遣人材の説明が分かりにくい',
    '人材を替えてください',
    '訪問の時間に来ません',
    '派遣の方の資料が遅い',
    '事務局だけに 進め方が早すぎます',
    'やまだ　ではなく山田',
  ])('%s stays with the municipality and the secretariat', (text) => {
    expect(ownSide(text, officer, ['山田 美咲'])).toBe('municipal');
  });

  it.each(['例規の改正の進め方', '交代勤務の研修', 'BPRの進め方が分かりません', '予算の確保に困っています'])(
    '%s is for both sides',
    (text) => {
      expect(ownSide(text, officer, ['山田 美咲', '原 学'])).toBeUndefined();
    },
  );

  it('an expert’s about the people of a municipality stays with the secretariat', () => {
    expect(ownSide('担当者の協力が得られません', expert, [])).toBe('expert');
    expect(ownSide('予算要求の進め方', expert, [])).toBeUndefined();
  });

  it('is learnt of by its own side, whoever asked, the secretariat and, as a number, the prefecture', () => {
    const may = (side: 'municipal' | 'expert') =>
      [officer, expert, { role: 'secretariat', id: 'o' } as const, { role: 'prefecture', id: 'p' } as const].map(
        (who) => mayLearnOf({ side, by: 'x' }, who),
      );
    expect(may('municipal')).toEqual([true, false, true, true]);
    expect(may('expert')).toEqual([false, false, true, true]);
    expect(mayLearnOf({ side: 'expert', by: 'expert' }, expert)).toBe(true);
    expect(mayLearnOf({ by: 'x' }, expert)).toBe(true);
  });
});
