import type { Browser } from 'playwright-core';
export async function buildGallery(_browser: Browser): Promise<void> {}
