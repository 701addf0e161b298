import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPaper, pathIn } from '../papers.ts';
import { missingOf, servers } from './servers.ts';

const settingsOf = (name: string): string => `${pathIn(findPaper(name))}-hosting`;

describe.skipIf(missingOf('nginx').length > 0)('nginx', () => {
  test('takes the settings of two papers in one server block, one of them below the other', () => {
    const work = mkdtempSync(path.join(tmpdir(), 'two-papers-'));
    try {
      const site = { port: 8080, root: work, work, settings: settingsOf('moved') };
      const below = `${settingsOf('moved-below')}/nginx`;
      const configuration = servers.nginx
        .configuration(site)
        .replace(/include .*server\.conf;/, `$& include ${below}/server.conf;`)
        .replace(/include .*\/http\.conf;/, `$& include ${below}/http.conf;`);
      const file = path.join(work, 'configuration');
      writeFileSync(file, configuration);
      const { stderr } = spawnSync('/usr/sbin/nginx', ['-t', '-p', work, '-c', file], {
        encoding: 'utf8',
      });
      expect(stderr).toContain('test is successful');
    } finally {
      rmSync(work, { recursive: true });
    }
  });
});
