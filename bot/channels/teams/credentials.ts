import { ManagedIdentityCredential } from '@azure/identity';
import {
  AppCredentials,
  type IJwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentials,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { TeamsIdentity } from './config.ts';

type TokenProvider = ReturnType<IJwtTokenProviderFactory['createAzureServiceTokenProvider']>;

/** No token could be had, so nothing was sent. */
export class NoToken extends Error {}

/**
 * Credentials are made once per app and audience; the SDK would make them anew for every turn.
 * Tokens come from them one request at a time, so that a burst asks the identity service once.
 */
export class CachedCredentials extends ServiceClientCredentialsFactory {
  readonly #inner: ServiceClientCredentialsFactory;
  readonly #made = new Map<string, Promise<ServiceClientCredentials>>();
  readonly #underWay = new Map<string, Promise<string | undefined>>();

  constructor(identity: TeamsIdentity | undefined) {
    super();
    this.#inner = factoryFor(identity);
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return this.#inner.isValidAppId(appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return this.#inner.isAuthenticationDisabled();
  }

  override createCredentials(
    appId: string,
    audience: string,
    loginEndpoint: string,
    validateAuthority: boolean,
  ): Promise<ServiceClientCredentials> {
    const key = `${appId}|${audience}`;
    const made =
      this.#made.get(key) ?? this.#inner.createCredentials(appId, audience, loginEndpoint, validateAuthority);
    this.#made.set(key, made);
    // What was refused once may be granted later.
    made.catch(() => this.#made.delete(key));
    return made;
  }

  /** Undefined where the bot has no identity (playground). */
  token(appId: string, audience: string, loginEndpoint: string): Promise<string | undefined> {
    const key = `${appId}|${audience}`;
    const underWay = this.#underWay.get(key);
    if (underWay) return underWay;
    const token = this.#fetchToken(appId, audience, loginEndpoint).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, token);
    return token;
  }

  async #fetchToken(appId: string, audience: string, loginEndpoint: string): Promise<string | undefined> {
    if (await this.isAuthenticationDisabled()) return undefined;
    try {
      const credentials = await this.createCredentials(appId, audience, loginEndpoint, true);
      return credentials instanceof AppCredentials ? await credentials.getToken() : undefined;
    } catch (error) {
      throw new NoToken(error instanceof Error ? error.name : 'unknown');
    }
  }
}

function factoryFor(identity: TeamsIdentity | undefined): ServiceClientCredentialsFactory {
  if (identity?.type === 'UserAssignedMsi') {
    return new ManagedIdentityServiceClientCredentialsFactory(identity.appId, {
      // Only the managed identity: the SDK's default would also try a developer's own logins. Of the type it names
      // it uses nothing but `getToken`.
      createAzureServiceTokenProvider: (clientId) =>
        new ManagedIdentityCredential({ clientId }) as unknown as TokenProvider,
    });
  }
  return identity === undefined
    ? new PasswordServiceClientCredentialFactory('', '', '')
    : new PasswordServiceClientCredentialFactory(identity.appId, identity.password, identity.tenantId);
}
