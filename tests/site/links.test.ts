import { describe, expect, test } from 'vitest';
import { papers } from '../papers.ts';
import { printed, type Printed, type PrintedPage, standsIn } from './printed.ts';

const targetsOf = ({ $ }: PrintedPage): string[] => [
  ...$('a[href], link[href]')
    .toArray()
    .map((element) => element.attribs['href'] ?? ''),
  ...$('img[src]')
    .toArray()
    .map((element) => element.attribs['src'] ?? ''),
  ...$('img[srcset], source[srcset]')
    .toArray()
    .flatMap((element) => (element.attribs['srcset'] ?? '').split(', '))
    .map((candidate) => candidate.trim().split(' ')[0] ?? ''),
];

const isHere = (target: string): boolean => !/^[a-z][a-z+.-]*:/i.test(target);

/** Full pages and those of the text-only edition. */
const allPages = ({ pages, textPages }: Printed): PrintedPage[] => [...pages, ...textPages];

const brokenTargets = ({ files, base }: Printed, pages: PrintedPage[]): string[] =>
  pages.flatMap((page) =>
    targetsOf(page)
      .filter(isHere)
      .filter((target) => {
        if (target === '') return true;
        const url = new URL(target, `https://paper.example${page.path}`);
        const path = decodeURI(url.pathname);
        const file = path.endsWith('/') ? `${path}index.html` : path;
        if (!path.startsWith(base) || !files.has(file)) return true;
        if (url.hash === '') return false;
        const there = pages.find((candidate) => candidate.path === path);
        const id = decodeURIComponent(url.hash.slice(1));
        return !there
          ?.$('[id]')
          .toArray()
          .some((element) => element.attribs['id'] === id);
      })
      .map((target) => `${page.path} → ${target}`),
  );

describe.each(papers.map(({ name }) => name))('in the paper %s', (name) => {
  const paper = printed(name);
  const { base } = paper;
  const pages = allPages(paper);

  test('no link, picture or anchor is broken', () => {
    expect(brokenTargets(paper, pages)).toEqual([]);
  });

  test('every page except fallback pages can be reached from the front page', () => {
    const seen = new Set([paper.base]);
    const queue = [paper.base];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      for (const target of targetsOf(paper.page(path)).filter(isHere)) {
        const next = decodeURI(new URL(target, `https://paper.example${path}`).pathname);
        if (seen.has(next) || !pages.some((page) => page.path === next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    const lost = pages.filter((page) => !seen.has(page.path) && !standsIn(page));
    expect(lost.map((page) => page.path)).toEqual([]);
  });

  test('external links are http(s), mailto or telephone numbers, nothing else', () => {
    const odd = pages.flatMap((page) =>
      targetsOf(page).filter(
        (target) => !isHere(target) && !/^(?:https?:\/\/|mailto:|tel:|sms:)/.test(target),
      ),
    );
    expect(odd).toEqual([]);
  });

  test('former addresses redirect to an existing page or feed', () => {
    for (const { $, path } of paper.redirects) {
      const target = $('meta[http-equiv="refresh"]').attr('content')?.split('url=')[1] ?? '';
      const live = decodeURI(new URL(target, 'https://paper.example').pathname);
      const file = live.endsWith('/') ? `${live}index.html` : live;
      expect(paper.files, path).toContain(file);
      expect(
        paper.redirects.map((redirect) => base + redirect.file),
        path,
      ).not.toContain(file);
    }
  });
});
