import type { TeamsManifestV1D25 } from '@microsoft/app-manifest';
import type { Command } from '../../bot/command.ts';
import { commandLists } from './command-lists.ts';
import { MANIFEST_VERSION, schemaOf } from './english.ts';

/** What differs from prefecture to prefecture. */
export type PackageSettings = {
  /** Of the Teams app; stays the same through all its versions. */
  readonly appId: string;
  /** The bot's MicrosoftAppId. */
  readonly botId: string;
  /** Where the bot listens; without `https://`. */
  readonly domain: string;
  readonly version: string;
  readonly developer: {
    readonly name: string;
    readonly websiteUrl: string;
    readonly privacyUrl: string;
    readonly termsOfUseUrl: string;
  };
};

type Manifest = TeamsManifestV1D25.TeamsManifestV1D25;

/** Nothing is asked of the tenant beyond the chat: no resource-specific consent, no single sign-on, no devices. */
export function manifestOf(settings: PackageSettings, registry: readonly Command[]): Manifest {
  return {
    $schema: schemaOf('MicrosoftTeams'),
    manifestVersion: MANIFEST_VERSION,
    version: settings.version,
    id: settings.appId,
    localizationInfo: { defaultLanguageTag: 'ja', additionalLanguages: [{ languageTag: 'en', file: 'en.json' }] },
    developer: settings.developer,
    name: { short: '伴走ボット', full: '伴走ボット（市町村DX伴走支援）' },
    description: {
      short: '市町村DX伴走支援の週次報告・会議・まとめを、いつものチャットで。',
      full: '市町村職員は、自治体DX全体手順書の進み具合とKPIを、いつものチャットから短い時間で報告できます。会議の案内と出欠、宿題、困りごとの相談も同じ場所で済みます。県と事務局には、動いたこと・相談・静かなところ・近い期限のまとめが届きます。グループでは、呼びかけられたときとボタンが押されたときだけ応えます。',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0B6A5A',
    defaultInstallScope: 'personal',
    supportsChannelFeatures: 'tier1',
    bots: [
      {
        botId: settings.botId,
        scopes: ['personal', 'team', 'groupChat'],
        isNotificationOnly: false,
        supportsFiles: true,
        supportsCalling: false,
        supportsVideo: false,
        commandLists: commandLists(registry),
      },
    ],
    validDomains: [settings.domain],
  };
}
