import { describe, expect, test } from 'vitest';
import { papers } from '../papers.ts';
import { printed } from './printed.ts';

describe('a paper with third parties', () => {
  const { pages, page, files, bytes } = printed('third-parties');

  test('lists them on its privacy page: who, what for, when, and whether they store anything', () => {
    const { $ } = page('/about/');
    const rows = $('.table tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text().replaceAll(/\s+/g, ' ').trim()),
      );
    expect(rows).toEqual([
      [
        'Google AdSense (googlesyndication.com, doubleclick.net)',
        'Advertising',
        'After you agree',
        'Yes',
      ],
      ['Plausible (count.example)', 'Counting visits', 'On every page', 'No'],
      ['listmonk (lists.example)', 'Newsletter', 'When you submit the form', 'Yes'],
    ]);
  });

  test('signs readers up through a plain form, which its policy allows', () => {
    const form = page('/').$('form');
    expect(form.attr('action')).toBe('https://lists.example/subscription/form');
    expect(form.attr('method')).toBe('post');
    expect(form.find('input[type="email"]').attr('name')).toBe('email');
    expect(form.find('input[name="l"]').attr('value')).toBe('8a5b1c1e-0d5f-4a55-9a34-0d1a1d9b6a10');
    expect(form.find('label').attr('for')).toBe(form.find('input[type="email"]').attr('id'));
    const policy = page('/').$('meta[http-equiv]').attr('content');
    expect(policy).toContain("form-action 'self' https://lists.example");
  });

  test('has scripts for consent and for the network: every page names the first, which loads the second', () => {
    const scripts = [...files].filter((file) => /_astro\/(?:consent|advertising)\./.test(file));
    expect(scripts).toHaveLength(2);
    const [advertising = '', consent = ''] = scripts;
    expect(bytes(consent).toString('utf8')).toContain(advertising);
    for (const { html, path } of pages) expect(html, path).toContain(consent);
  });

  test('fills two slots of a story from the network, and one with a house advertisement', () => {
    const story = pages.find(({ $ }) => $('article.story').length > 0);
    const units = story
      ?.$('[data-unit]')
      .toArray()
      .map(({ attribs }) => attribs['data-unit']);
    expect(units).toEqual(['1111111111', '2222222222']);
    expect(story?.$('.story > .slot a').attr('href')).toBe('/about/');
  });
});

describe('a paper without third parties', () => {
  test.each(papers.map(({ name }) => name).filter((name) => name !== 'third-parties'))(
    'asks for nothing and stores nothing: %s',
    (name) => {
      const { pages, files } = printed(name);
      for (const { $, path } of pages) {
        expect($('dialog, .consent-again, [data-unit], .newsletter').length, path).toBe(0);
      }
      expect([...files].filter((file) => /_astro\/(?:consent|advertising)\./.test(file))).toEqual(
        [],
      );
    },
  );

  test('says so on its privacy page', () => {
    const { $ } = printed('home').page('/privacy/');
    expect($('#third-party-services + p').text()).toContain('load nothing from third parties');
  });
});
