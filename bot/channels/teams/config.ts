/** Where tokens come from and whose are believed: sovereign clouds and tests. The SDK takes all five or none. */
export type TeamsCloud = {
  readonly openIdMetadataUrl: string;
  readonly tokenIssuer: string;
  readonly loginUrl: string;
  readonly oAuthScope: string;
  readonly oAuthUrl: string;
};

/** Who the bot is in Entra. */
export type TeamsIdentity = { readonly appId: string; readonly tenantId: string } & (
  | { readonly type: 'UserAssignedMsi' }
  | { readonly type: 'SingleTenant'; readonly password: string }
);

export type TeamsConfig = {
  /** What the server listens on. Without an identity the door opens on loopback only, for the playground. */
  readonly host: string;
  readonly identity?: TeamsIdentity | undefined;
  /** Whose people are let in; empty: the bot's own tenant. Without an identity nobody is asked. */
  readonly tenants?: readonly string[] | undefined;
  readonly cloud?: TeamsCloud | undefined;
};

/** The tokens of the public cloud's channel service. */
export const PUBLIC_ISSUER = 'https://api.botframework.com';
