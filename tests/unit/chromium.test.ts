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

  test('is reported if it does not point to a browser, and not silently replaced', async () => {
    vi.stubEnv('CHROME_PATH', '/no/such/browser');
    await expect(findChromium()).rejects.toThrow(
      'CHROME_PATH is set to /no/such/browser, but there is no browser there.',
    );
  });

  test('is reported if it points to a file that is not a program', async () => {
    vi.stubEnv('CHROME_PATH', import.meta.filename);
    await expect(findChromium()).rejects.toThrow('there is no browser there');
  });
});

describe('the search for a browser covers', () => {
  test('on Linux: first the PATH, Chromium before Chrome, then where packages install it', () => {
    const places = browserPlaces({ platform: 'linux', home: '/home/me', env: { PATH: '/a::/b' } });
    expect(places.slice(0, 4)).toEqual([
      '/a/chromium',
      '/b/chromium',
      '/a/google-chrome',
      '/b/google-chrome',
    ]);
    expect(places).toContain('/opt/google/chrome/chrome');
  });

  test('on macOS: the applications, system-wide and the user’s own', () => {
    const places = browserPlaces({ platform: 'darwin', home: '/Users/me', env: {} });
    const chrome = 'Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(places).toContain(`/Applications/${chrome}`);
    expect(places).toContain(`/Users/me/Applications/${chrome}`);
  });

  test('on Windows: the Path and the program folders', () => {
    const env = { Path: 'C:\\a;C:\\b', PROGRAMFILES: 'C:\\Program Files' };
    const places = browserPlaces({ platform: 'win32', home: 'C:\\Users\\me', env });
    expect(places[0]).toBe('C:\\a\\chrome.exe');
    expect(places).toContain('C:\\b\\chromium.exe');
    expect(places).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
  });

  test('without a PATH or program folders, only absolute paths', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const places = browserPlaces({ platform, home: '/home/me', env: {} });
      expect(places.filter((place) => !place.startsWith('/'))).toEqual([]);
      expect(places).not.toEqual([]);
    }
    expect(browserPlaces({ platform: 'win32', home: 'C:\\', env: {} })).toEqual([]);
  });
});
