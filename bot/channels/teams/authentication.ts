import type { Activity } from 'botbuilder';
import {
  AuthenticationConstants,
  AuthenticationError,
  type BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
} from 'botframework-connector';
import { isLoopback } from '../../doors/loopback.ts';
import { PUBLIC_ISSUER, type TeamsConfig } from './config.ts';
import { Connectors } from './connectors.ts';
import { CachedCredentials } from './credentials.ts';
import { KnownKeys } from './known-keys.ts';
import { readKeysOnce } from './signing-keys.ts';

const UNAUTHORIZED = 401;
/** Errors of the token library that the SDK lets through as faults of ours. */
const FORGERIES = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError', 'SyntaxError']);

const refused = (why: string) => new AuthenticationError(why, UNAUTHORIZED);

/** Whether this is a "no" to the sender, not a fault of ours such as keys that could not be loaded. */
export const isUnwelcome = (error: unknown): boolean =>
  error instanceof AuthenticationError && error.statusCode === UNAUTHORIZED;

/** The SDK's check of who is calling, with every forged or malformed token refused alike. */
export class StrictAuthentication {
  readonly connectors: Connectors;
  readonly #sdk: BotFrameworkAuthentication;
  readonly #credentials: CachedCredentials;
  readonly #keys = new KnownKeys();
  readonly #appId: string | undefined;
  readonly #issuer: string;
  readonly #token: () => Promise<string | undefined>;
  readonly #now: () => Date;
  #warm: Promise<unknown> | undefined;

  constructor({ identity, cloud }: TeamsConfig, now: () => Date) {
    const credentials = new CachedCredentials(identity);
    // What is not named is the public cloud's, where nothing is.
    this.#sdk = BotFrameworkAuthenticationFactory.create(
      '',
      true,
      cloud?.loginUrl ?? '',
      cloud?.oAuthScope ?? '',
      cloud?.tokenIssuer ?? '',
      cloud?.oAuthUrl ?? '',
      cloud?.openIdMetadataUrl ?? '',
      '',
      '',
      credentials,
      { requiredEndorsements: [] },
    );
    readKeysOnce(cloud?.openIdMetadataUrl ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl);
    const scope = cloud?.oAuthScope ?? AuthenticationConstants.ToChannelFromBotOAuthScope;
    const loginUrl = cloud?.loginUrl ?? AuthenticationConstants.ToChannelFromBotLoginUrl;
    this.#credentials = credentials;
    this.#appId = identity?.appId;
    this.#issuer = cloud?.tokenIssuer ?? PUBLIC_ISSUER;
    this.#now = now;
    const tokenFor = (audience: string) => this.#credentials.token(this.#appId ?? '', audience, loginUrl);
    this.#token = () => tokenFor(scope);
    this.connectors = new Connectors(tokenFor, scope);
  }

  /** @throws where whoever sends this activity is not the channel, see `isUnwelcome` */
  async check(activity: Activity, header: string): Promise<void> {
    refuseIncomplete(activity);
    await this.#verify(activity, header);
  }

  /** Loads the signing keys and one token, so that the first requests do not do it all at once. Once warm, always. */
  async warmUp(): Promise<void> {
    if (this.#appId === undefined) return;
    this.#warm ??= Promise.all([this.#loadKeys(), this.#token()]).catch((error: unknown) => {
      this.#warm = undefined;
      throw error;
    });
    await this.#warm;
  }

  /** A token nobody signed makes the SDK load the keys before it says no. */
  async #loadKeys(): Promise<void> {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const nobody = `Bearer ${part({ alg: 'RS256', kid: 'warm-up' })}.${part({ iss: this.#issuer })}.bm9ib2R5`;
    const activity: Partial<Activity> = { channelId: 'msteams', serviceUrl: 'https://localhost/' };
    await this.#verify(activity as Activity, nobody).catch((error: unknown) => {
      if (!isUnwelcome(error)) throw new Error('the signing keys of the channel could not be loaded');
    });
  }

  async #verify(activity: Activity, header: string): Promise<unknown> {
    if (this.#appId === undefined) {
      if (!isLoopback(hostOf(activity.serviceUrl))) throw refused('without an identity only this machine is answered');
      return this.#sdk.authenticateRequest(activity, header);
    }
    // Skills, the emulator and other channels have rules of their own in the SDK; this door is for Teams.
    if (activity.channelId !== 'msteams') throw refused('not a channel of this door');
    const { kid, iss } = readUnverified(header);
    if (iss !== this.#issuer) throw refused('not issued by the channel');
    try {
      return await this.#keys.check(kid, this.#now(), () => this.#sdk.authenticateRequest(activity, header));
    } catch (error) {
      throw error instanceof Error && FORGERIES.has(error.name) ? refused(error.name) : error;
    }
  }
}

/** Which key and issuer a token names. Nothing of it may be believed. */
function readUnverified(header: string): { readonly kid: string; readonly iss: unknown } {
  const parts = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(header);
  if (parts === null) throw refused('no token');
  try {
    const [head, claims] = parts.slice(1, 3).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
    return { kid: String(Reflect.get(head, 'kid')), iss: Reflect.get(claims, 'iss') };
  } catch {
    throw refused('not a token');
  }
}

/** The SDK lets some of these pass and then fails in the middle of the turn. */
function refuseIncomplete({ serviceUrl, channelId, conversation, from }: Activity): void {
  const needed: unknown[] = [serviceUrl, channelId, conversation?.id, from?.id];
  if (!needed.every((value) => typeof value === 'string' && value !== '')) throw refused('incomplete activity');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
