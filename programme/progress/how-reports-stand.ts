const WHOSE = '(?:(?:今週|先週|今回|うち|みんな|皆|各市町村|市町村|全市町村)の?|週次の?|こちらの)*';
const STANDS = 'どう(?:なって|なっと|なった|なりまし|です|でしょう|かな|なの|だっけ|だろう)';

/** 報告どうなって, 今週の報告はどうなっていますか: it is asked how the reports stand, and never to report. */
export const HOW_REPORTS_STAND = new RegExp(
  `^${WHOSE}(?:週次)?報告(?:の(?:方|ほう|件|状況))?(?:って|は|も|、|,)?\\s*(?:今|いま|現在|もう)?(?:は|、)?\\s*${STANDS}[^、。\\s\\d]{0,12}[。?？]*$`,
  'u',
);
