import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { hostingSchema, hosts } from '../../src/schemas/hosting.ts';
import { redirectsSchema } from '../../src/schemas/redirects.ts';
import { pictureCache } from '../papers.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/hosting');
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const pages = globSync('*.md', { cwd: folder }).sort();
const workflows = globSync('workflows/*.yml', { cwd: folder }).sort();

type Step = {
  uses?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, string>;
  'continue-on-error'?: boolean;
};
type Workflow = {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<
    string,
    { steps: Step[]; 'timeout-minutes': number; container?: { image: string }; if?: string }
  >;
};

const publish = readFileSync(path.resolve(folder, '../../.github/workflows/publish.yml'), 'utf8');

/** Each action that a workflow uses, as written, including the comment after it. */
const usesIn = (yaml: string): string[] =>
  [...yaml.matchAll(/^ *(?:- )?uses: (.*)$/gm)].map(([, uses = '']) => uses);

describe('the hosting manual', () => {
  test('has a page for every host, and its index links to all of them', () => {
    for (const host of hosts) {
      expect(pages).toContain(`${host}.md`);
      expect(read('README.md')).toContain(`(${host}.md)`);
      expect(read(`${host}.md`)).toContain(`'${host}'`);
    }
    expect(pages.length).toBe(hosts.length + 1);
  });

  test.each(pages)('links only to files that exist: %s', (page) => {
    const targets = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to]) => to ?? '');
    for (const to of targets) expect(existsSync(path.resolve(folder, to)), to).toBe(true);
  });

  test.each(pages)('shows valid configuration: %s', (page) => {
    const shown = [...read(page).matchAll(/`?hosting: (\{.*\})[,`]/g)].map(
      ([, code]) => code ?? '',
    );
    for (const code of shown) {
      const hosting: unknown = runInNewContext(`(${code})`);
      expect(hostingSchema.safeParse(hosting).error?.issues, code).toBeUndefined();
    }
    if (page !== 'README.md') expect(shown.length, page).toBeGreaterThan(0);
  });

  test('shows a valid redirects.yaml', () => {
    const [, yaml = ''] = /```yaml\n([^`]+)```/.exec(read('README.md')) ?? [];
    const redirects = load(yaml);
    expect(Object.keys(redirectsSchema.parse(redirects)).length).toBe(5);
  });
});

describe.each(workflows)('%s', (name) => {
  const text = read(name);
  const workflow = load(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const runs = steps.map(({ run }) => run ?? '');

  test('builds what is pushed to main, and publishes it', () => {
    expect(workflow.on).toMatchObject({ push: { branches: ['main'] } });
    expect(runs).toContain('npm ci --no-audit --no-fund');
    const build = steps.findIndex(({ run }) => run === 'npm run build');
    expect(steps[build]?.env).toEqual({ SITE_URL: '${{ vars.SITE_URL }}' });
    expect(steps.slice(build + 1).some(({ run }) => run?.includes('dist'))).toBe(true);
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeLessThan(60);
  });

  test('announces what changed once everything is published, and keeps what was built if that fails', () => {
    const last = steps.at(-1);
    expect(last?.run).toBe('npm run announce');
    expect(last?.['continue-on-error']).toBe(true);
  });

  test('caches what the next build reuses', () => {
    const cacheOf = (yaml: Workflow): string | undefined =>
      Object.values(yaml.jobs)
        .flatMap((job) => job.steps)
        .findLast(({ uses }) => uses?.startsWith('actions/cache@'))?.with?.['path'];
    expect(cacheOf(workflow)).toBe('.cache\ndist\n');
    expect(cacheOf(load(publish) as Workflow)).toBe('.cache\ndist\n');
  });

  test('does not leave to a sync what to upload, which would go by the age of files', () => {
    const lines = runs.flatMap((script) => script.split('\n'));
    for (const line of lines.filter((each) => each.includes('aws s3 sync'))) {
      expect(line).toContain('--delete --size-only');
    }
  });

  test('asks for no permissions beyond reading the repository and identifying itself', () => {
    expect(['{"contents":"read"}', '{"contents":"read","id-token":"write"}']).toContain(
      JSON.stringify(workflow.permissions),
    );
  });

  test('puts no expressions into commands', () => {
    for (const run of runs) expect(run).not.toContain('${{');
  });

  test('uses the same versions of actions as the project’s own workflow', () => {
    for (const { uses } of steps) {
      if (uses === undefined) continue;
      if (uses.startsWith('actions/')) expect(publish).toContain(uses);
    }
    for (const run of runs.filter((line) => line.includes('npx'))) {
      expect(run).toMatch(/npx --yes [\w-]+@\d+ /);
    }
  });

  test('has every secret and variable that it needs named on each page that links to it', () => {
    const names = [...text.matchAll(/\b(?:secrets|vars)\.(\w+)/g)].map(
      ([, needed]) => needed ?? '',
    );
    const about = pages.filter((page) => read(page).includes(`(${name})`));
    expect(about.length).toBeGreaterThan(0);
    for (const page of about) {
      for (const needed of new Set(names)) expect(read(page), page).toContain(`\`${needed}\``);
    }
  });
});

describe.each([['publish.yml', publish], ...workflows.map((name) => [name, read(name)])])(
  'every workflow: %s',
  (_, yaml = '') => {
    const { on, jobs } = load(yaml) as Workflow;

    test('pins each action to a commit hash, and names its version', () => {
      const used = Object.values(jobs).flatMap(({ steps }) =>
        steps.flatMap(({ uses }) => uses ?? []),
      );
      expect(usesIn(yaml).map((uses) => uses.replace(/ #.*/, ''))).toEqual(used);
      expect(used.length).toBeGreaterThan(2);
      for (const uses of usesIn(yaml)) {
        expect(uses).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
      }
    });

    test('builds once an hour, so that scheduled stories appear automatically', () => {
      expect(on['schedule']).toEqual([
        { cron: expect.stringMatching(/^[1-5]?\d \* \* \* \*$/) as string },
      ]);
    });
  },
);

describe('publish.yml', () => {
  const { jobs } = load(publish) as Workflow;

  test('announces what changed, as the others do', () => {
    expect(jobs['publish']?.steps.at(-1)).toEqual({
      run: 'npm run announce',
      'continue-on-error': true,
    });
  });

  test('runs the full check as root on Debian, where the host tests install their servers', () => {
    expect(jobs['check']?.container?.image).toMatch(/^node:24-\w+$/);
    expect(jobs['check']?.steps.map(({ run }) => run)).toContain('bash .ci/run');
  });

  test('caches the pictures and cards of the tests', () => {
    const cache = jobs['check']?.steps.find(({ uses }) => uses?.startsWith('actions/cache@'));
    expect(cache?.with?.['path']).toBe(pictureCache);
  });

  test('publishes on schedule what has passed its check, without checking it again', () => {
    expect(jobs['check']?.if).toBe("github.event_name != 'schedule'");
    expect(jobs['clock']?.if).toBe("github.event_name == 'schedule'");
    expect(jobs['publish']?.if).toMatch(
      /needs\.check\.result == 'success' \|\| needs\.clock\.outputs\.passed == 'true'/,
    );
  });
});

test('every host has a workflow, except GitHub Pages, which publish.yml serves', () => {
  for (const host of hosts) {
    expect(read(`${host}.md`), host).toMatch(/\(workflows\/[\w-]+\.yml\)|workflows\/publish\.yml/);
  }
});
