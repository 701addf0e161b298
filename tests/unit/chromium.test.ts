import { afterEach, describe, expect, test, vi } from 'vitest';
import { browserPlaces, findChromium } from '../chromium.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('CHROME_PATH', () => {
  test('decides which browser is used', async () => {
    vi.stubEnv('CHROME_PATH', process.execPath);
    expect(await findChromium()).toBe(process.execPath);
  });

  test('that leads to no browser is told, and not silently replaced', async () => {
    vi.stubEnv('CHROME_PATH', '/no/such/browser');
    await expect(findChromium()).rejects.toThrow(
      'CHROME_PATH is set to /no/such/browser, but there is no browser there.',
    );
  });

  test('that leads to a file that is no program is told', async () => {
    vi.stubEnv('CHROME_PATH', import.meta.filename);
    await expect(findChromium()).rejects.toThrow('there is no browser there');
  });
});

describe('where a browser is looked for', () => {
  test('on Linux: first on the PATH, Chromium before Chrome, then where packages put it', () => {
    const places = browserPlaces({ platform: 'linux', home: '/home/me', env: { PATH: '/a::/b' } });
    expect(places.slice(0, 4)).toEqual([
      '/a/chromium',
      '/b/chromium',
      '/a/google-chrome',
      '/b/google-chrome',
    ]);
    expect(places).toContain('/opt/google/chrome/chrome');
  });

  test('on macOS: among the applications, everyone’s and one’s own', () => {
    const places = browserPlaces({ platform: 'darwin', home: '/Users/me', env: {} });
    const chrome = 'Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(places).toContain(`/Applications/${chrome}`);
    expect(places).toContain(`/Users/me/Applications/${chrome}`);
  });

  test('on Windows: on the Path and among the programs', () => {
    const env = { Path: 'C:\\a;C:\\b', PROGRAMFILES: 'C:\\Program Files' };
    const places = browserPlaces({ platform: 'win32', home: 'C:\\Users\\me', env });
    expect(places[0]).toBe('C:\\a\\chrome.exe');
    expect(places).toContain('C:\\b\\chromium.exe');
    expect(places).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
  });

  test('without a PATH and without folders of programs, nowhere that is not a whole path', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const places = browserPlaces({ platform, home: '/home/me', env: {} });
      expect(places.filter((place) => !place.startsWith('/'))).toEqual([]);
      expect(places).not.toEqual([]);
    }
    expect(browserPlaces({ platform: 'win32', home: 'C:\\', env: {} })).toEqual([]);
  });
});
