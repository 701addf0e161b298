import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/chromium.ts';

/** Chromium's own background requests (updates, sync, field trials) must not show up in tests of our requests. */
const stayAtHome = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: '.test/browser-results',
  fullyParallel: true,
  // One more than there are cores, because some tests wait for an idle network or a service that hangs.
  workers: availableParallelism() + 1,
  // A test that passes only on a retry has still failed.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: {
      executablePath: await findChromium(),
      args: stayAtHome,
      // Chromium refuses to start as root with its sandbox on.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
});
