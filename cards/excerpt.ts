/** The beginning of what somebody wrote, where it is only to be recognised. @param most characters that are shown */
export const excerpt = (said: string, most = 80): string => (said.length > most ? `${said.slice(0, most)}…` : said);
