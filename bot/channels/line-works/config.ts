/** The bot and the app of a LINE WORKS tenant, from its Developer Console. */
export type LineWorksConfig = {
  readonly botId: string;
  /** One, or two while it is being changed. */
  readonly botSecrets: readonly string[];
  readonly clientId: string;
  readonly clientSecret: string;
  readonly serviceAccount: string;
  /** PEM, PKCS#8. */
  readonly privateKey: string;
  /** The domains whose people are let in. */
  readonly domainIds: readonly string[];
  readonly authUrl: string;
  readonly apiUrl: string;
};
