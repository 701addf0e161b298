import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installPackages, mayInstall } from '../debian.ts';
import { findPaper, pathIn } from '../papers.ts';

/** A server that can serve a paper. */
export type ServerName = 'nginx' | 'apache' | 'caddy';

/** What a server needs to know about the site that it serves. */
type Site = {
  port: number;
  /** The root of the site, and a folder that the server may write to. */
  root: string;
  work: string;
  /** The folder of server settings that the build wrote. */
  settings: string;
};

type Server = {
  /** The files that must be on the machine: its program and modules. */
  needs: string[];
  /** The Debian packages that contain them. */
  packages: string[];
  configuration: (site: Site) => string;
  start: (file: string, site: Site) => [program: string, ...args: string[]];
};

const apacheModules = '/usr/lib/apache2/modules';
const nginxModules = '/usr/lib/nginx/modules';
const isRoot = process.getuid?.() === 0;

export const servers: Record<ServerName, Server> = {
  nginx: {
    needs: ['/usr/sbin/nginx', `${nginxModules}/ngx_http_brotli_static_module.so`],
    packages: ['nginx', 'libnginx-mod-http-brotli-static'],
    configuration: ({ port, root, work, settings }) => `
      ${isRoot ? 'user root;' : ''}
      daemon off;
      pid ${work}/pid;
      error_log stderr;
      load_module ${nginxModules}/ngx_http_brotli_static_module.so;
      events {}
      http {
        access_log off;
        client_body_temp_path ${work}/body;
        proxy_temp_path ${work}/proxy;
        fastcgi_temp_path ${work}/fastcgi;
        uwsgi_temp_path ${work}/uwsgi;
        scgi_temp_path ${work}/scgi;
        include ${settings}/nginx/map-hash.conf;
        include ${settings}/nginx/http.conf;
        server {
          listen 127.0.0.1:${port};
          root ${root};
          include ${settings}/nginx/server.conf;
        }
      }`,
    start: (file, { work }) => ['/usr/sbin/nginx', '-p', work, '-c', file],
  },
  apache: {
    needs: ['/usr/sbin/apache2', `${apacheModules}/mod_brotli.so`],
    packages: ['apache2-bin'],
    configuration: ({ port, root, work }) => `
      ServerRoot ${work}
      ServerName 127.0.0.1
      PidFile ${work}/pid
      Listen 127.0.0.1:${port}
      ${isRoot ? 'User www-data\nGroup www-data' : ''}
      ErrorLog ${work}/errors
      ${[
        'mpm_event',
        'authz_core',
        'dir',
        'autoindex',
        'mime',
        'filter',
        'deflate',
        'brotli',
        'headers',
        'rewrite',
      ]
        .map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`)
        .join('\n')}
      # As Debian configures it: directory listings, and other meanings of the extensions.
      TypesConfig ${existsSync('/etc/mime.types') ? '/etc/mime.types' : '/dev/null'}
      AddType application/x-gzip .gz
      AddLanguage br .br
      DocumentRoot ${root}
      <Directory ${root}>
        Options Indexes FollowSymLinks
        AllowOverride FileInfo
        Require all granted
      </Directory>`,
    start: (file) => ['/usr/sbin/apache2', '-f', file, '-DFOREGROUND'],
  },
  caddy: {
    needs: ['/usr/bin/caddy'],
    packages: ['caddy'],
    configuration: ({ port, root, settings }) => `
{
	admin off
	auto_https off
}
http://:${port} {
	bind 127.0.0.1
	root * ${root}
	import ${settings}/caddy/paper.caddyfile
	file_server
}`,
    start: (file) => ['/usr/bin/caddy', 'run', '--adapter', 'caddyfile', '--config', file],
  },
};

/** What the tests need on the machine: the servers, and what copies a paper to one. */
const programs: Record<ServerName | 'rsync', Pick<Server, 'needs' | 'packages'>> = {
  ...servers,
  rsync: { needs: ['/usr/bin/rsync'], packages: ['rsync'] },
};
type ProgramName = keyof typeof programs;

/** The files of a program that are not on this machine. */
export const missingOf = (name: ProgramName): string[] =>
  programs[name].needs.filter((file) => {
    try {
      accessSync(file, constants.R_OK);
      return false;
    } catch {
      return true;
    }
  });

/**
 * Installs the programs that are not on this machine, if it may.
 * @returns a message for each that is still missing: its tests are skipped
 */
export const installPrograms = async (): Promise<string[]> => {
  const all = Object.keys(programs) as ProgramName[];
  const packages = all
    .filter((name) => missingOf(name).length > 0)
    .flatMap((name) => programs[name].packages);
  if (packages.length > 0 && (await mayInstall())) await installPackages(...packages);
  return all
    .filter((name) => missingOf(name).length > 0)
    .map(
      (name) =>
        `skipped: ${name} is not installed (no ${missingOf(name).join(', ')}); on Debian, run as root: apt-get install ${programs[name].packages.join(' ')}`,
    );
};

const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
};

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timeout = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(timeout);
};

/** A paper served by a real server, with files in and around it that readers must not get. */
export type Running = {
  port: number;
  /** The served folder of the paper. */
  dir: string;
  stop: () => Promise<void>;
};

/**
 * Serves a built paper with a server on this machine, from a copy in a temporary folder, under the paper's base path.
 * @param more further files, by their paths from the root of the site; `../` is outside it
 * @throws if the server does not start, with its output
 */
export const run = async (
  name: ServerName,
  paperName: string,
  more: Record<string, string>,
): Promise<Running> => {
  const paper = findPaper(paperName);
  const work = await mkdtemp(path.join(tmpdir(), `paper-${name}-`));
  // Servers drop their privileges, and must still be able to read.
  await chmod(work, 0o755);
  const root = path.join(work, 'site');
  const dir = path.join(root, paper.env['BASE_PATH'] ?? '/');
  await cp(pathIn(paper), dir, { recursive: true });
  for (const [file, text] of Object.entries(more)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }

  const { configuration, start } = servers[name];
  const site = { port: await freePort(), root, work, settings: `${pathIn(paper)}-hosting` };
  const file = path.join(work, 'configuration');
  await writeFile(file, configuration(site));
  const [program, ...args] = start(file, site);
  const child = spawn(program, args, {
    env: { ...process.env, HOME: work, XDG_CONFIG_HOME: work, XDG_DATA_HOME: work },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const end = async (): Promise<void> => {
    await stop(child);
    await rm(work, { recursive: true, force: true });
  };

  for (let tries = 0; tries < 100 && child.exitCode === null; tries += 1) {
    if (await listens(site.port)) return { port: site.port, dir, stop: end };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await end();
  throw new Error(`${name} did not start:\n${output}`);
};
