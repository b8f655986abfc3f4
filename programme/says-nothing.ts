const NOTHING =
  /^(今週は?|今のところ|現在|現時点では?|いまは?)?(特に|とくに|特段|何も|なにも)*(困りごとは?|困っていることは?|相談は?|問題は?)?(なし|無し|無|ない|ありません|ございません|ないです|なしです|いいえ|該当なし|異常なし|問題なし|大丈夫|none|-)(です)?$/i;

/** 「特になし」 in the field for what is troubling somebody is an answer, and nothing that the secretariat has to see to. */
export const saysNothing = (text: string): boolean => {
  const dense = text.normalize('NFKC').replace(/[\s。、.,!]/g, '');
  return dense === '' || /^[ー―−‐–—-]+$/.test(dense) || NOTHING.test(dense);
};
