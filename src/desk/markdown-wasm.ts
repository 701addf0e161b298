import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { engineFolder } from '../engine-folder.ts';
import { writeWhole } from '../write-whole.ts';

/** Satteri for browsers. npm leaves it out, because no machine has the processor that it names (`wasm32`). */
const name = '@bruits/satteri-wasm32-wasi';

/** What the lockfile says of it. */
const locked = (): { version: string; integrity: string } => {
  const lockfile = readFileSync(join(engineFolder, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lockfile) as {
    packages: Record<string, { version: string; integrity: string } | undefined>;
  };
  const entry = packages[`node_modules/${name}`];
  if (!entry) throw new Error(`package-lock.json has no ${name}: install again.`);
  return entry;
};

/** One file of a tar archive (POSIX.1-2017, ustar): a header of 512 bytes with name and size, then the content. */
const fileInTar = (archive: Buffer, ending: string): Buffer | undefined => {
  for (let at = 0; at + 512 <= archive.length;) {
    const path = archive.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = parseInt(archive.toString('latin1', at + 124, at + 136), 8) || 0;
    const start = at + 512;
    if (path.endsWith(ending)) return archive.subarray(start, start + size);
    at = start + Math.ceil(size / 512) * 512;
  }
  return undefined;
};

/** In milliseconds: an installation must not wait for a network that swallows everything. */
const patience = 120_000;

/** Lets npm fetch a package as it fetches all others: from the same place, through the same proxy, with its cache. */
const pack = (spec: string, folder: string): Buffer => {
  const npm = process.env['npm_execpath'] ?? '';
  const words = (into: string) => [
    ...['pack', spec, '--silent', '--pack-destination', into],
    // By itself, npm waits for a minute before it believes that there is no network.
    '--fetch-retry-maxtimeout=2000',
    '--fetch-retry-mintimeout=1000',
  ];
  const options = { encoding: 'utf8', timeout: patience } as const;
  // On Windows npm is a script of the shell, which takes a folder apart at its spaces.
  const isScript = process.platform === 'win32';
  const { status, stderr, error } = /^npm-cli\.[cm]?js$/.test(basename(npm))
    ? spawnSync(process.execPath, [npm, ...words(folder)], options)
    : spawnSync('npm', words(isScript ? `"${folder}"` : folder), { ...options, shell: isScript });
  const [archive] = readdirSync(folder);
  if (status === 0 && archive !== undefined) return readFileSync(join(folder, archive));
  const reason = error?.message ?? stderr.trim();
  throw new Error(`npm could not fetch ${spec}: ${reason === '' ? 'is it offline?' : reason}`);
};

/**
 * The path of the paper’s Markdown processor as WebAssembly, for browsers. It is fetched the first time, checked against
 * the lockfile, and kept beside the other packages.
 * @throws {Error} when npm cannot fetch it, or gets something else than the lockfile says
 */
export const markdownWasm = (): string => {
  const { version, integrity } = locked();
  const file = join(engineFolder, 'node_modules/.cache/satteri', `${version}.wasm`);
  if (existsSync(file)) return file;
  const folder = mkdtempSync(join(tmpdir(), 'satteri-'));
  try {
    const archive = pack(`${name}@${version}`, folder);
    const digest = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
    if (digest !== integrity)
      throw new Error(`${name}@${version} is not what package-lock.json says: it was refused.`);
    const wasm = fileInTar(gunzipSync(archive), '.wasm');
    if (!wasm) throw new Error(`${name}@${version} holds no WebAssembly.`);
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, wasm);
    return file;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
