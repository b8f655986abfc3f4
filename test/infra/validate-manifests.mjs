import { text } from 'node:stream/consumers';
import { AppManifestUtils } from '@microsoft/app-manifest';

// A process of its own, because the validator needs modules that jest cannot load on Node 20.
const manifests = JSON.parse(await text(process.stdin));
const faults = await Promise.all(manifests.map((manifest) => AppManifestUtils.validateAgainstSchema(manifest)));
process.stdout.write(JSON.stringify(faults));
