import { describe, expect, test } from 'vitest';
import { leadArticle, printed } from './printed.ts';

const { page } = printed('home');
const { $ } = page(leadArticle);

/** The furniture from top to bottom: what it is, and its selector. */
const furniture = [
  ['slot at the top', 'body > .slot'],
  ['breadcrumb', 'nav.breadcrumb'],
  ['kicker', '.head > .kicker'],
  ['headline', 'h1'],
  ['standfirst', '.standfirst'],
  ['byline', '.byline'],
  ['slot below the headline', '.story > .slot'],
  ['lead image', 'figure.lead-image'],
  ['body', '.lead-image + p'],
  ['source link', '.note:not(:has(a))'],
  ['notice about mistakes', '.note:has(a[href="/corrections-policy/"])'],
  ['topics', '.topics'],
  ['share links', '.share'],
  ['the stories before and after it', 'nav.near'],
  ['first slot after the article', '.slots > .slot:nth-child(1)'],
  ['second slot after the article', '.slots > .slot:nth-child(2)'],
  ['Stay Connected', '.accounts'],
  ['Must Read', '.must-read'],
  ['slot below Must Read', '.side > .slot'],
  ['Related News', '.related'],
  ['slot below Related News', '.related + .slot'],
  ['leave a reply', '[data-comments="section"]'],
] as const;

describe('the lead article', () => {
  test('has all its furniture, once each, in order', () => {
    const order = $('body *').toArray();
    const places = furniture.map(([what, selector]) => {
      const found = $(selector).toArray();
      expect(found.length, what).toBe(1);
      const [first] = found;
      return first ? order.indexOf(first) : -1;
    });
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('has a breadcrumb: Home, section, headline', () => {
    const steps = $('.breadcrumb li')
      .toArray()
      .map((step) => $(step).text().trim());
    expect(steps).toEqual([
      'Home',
      'BEVOLVE NEWS',
      'Trump promises Kyiv involvement in peace talks with Russia',
    ]);
  });

  test('labels every advertisement and reserves its space', () => {
    const slots = $('.slot').toArray();
    expect(slots.length).toBe(6);
    for (const slot of slots) {
      expect($(slot).find('.slot-label').text()).toBe('Advertisement');
      for (const picture of $(slot).find('img, source').toArray()) {
        expect(`${picture.attribs['width']}×${picture.attribs['height']}`).toMatch(
          /^(?:728×90|320×100|300×250)$/,
        );
      }
    }
    expect($('.slots img').length).toBe(2);
  });

  test('asks for mistakes as the paper itself, not as an advertisement', () => {
    const notice = $('.note a[href="/corrections-policy/"]').closest('p');
    expect(notice.text().replace(/\s+/g, ' ').trim()).toBe(
      'Found a mistake? Report it. See how we correct it',
    );
    expect(notice.closest('.slot').length).toBe(0);
    expect($('.slot').text()).not.toContain('mistake');
  });

  test('gives its times with the UTC offset, shown in the paper’s time zone', () => {
    const time = $('.byline time').first();
    expect(time.attr('datetime')).toBe('2025-02-13T20:15:00+02:00');
    expect(time.text()).toMatch(/13 February 2025 at 20:15/);
    expect($('.byline').text()).toMatch(/\d min read/);
  });

  test('has its lead image in AVIF, WebP and JPEG, with high priority', () => {
    const types = $('.lead-image source')
      .toArray()
      .map((source) => source.attribs['type']);
    expect(types).toEqual(['image/avif']);
    const image = $('.lead-image img');
    expect(image.attr('src')).toMatch(/\.jpeg$/);
    expect(image.attr('fetchpriority')).toBe('high');
    expect(image.attr('loading')).toBeUndefined();
    expect(image.attr('alt')).not.toBe('');
    expect($('.lead-image figcaption').text()).toContain('Illustration: BEVOLVE NEWS');
  });

  test('keeps every quotation word for word', () => {
    const text = $('.body').text().replaceAll(/\s+/g, ' ');
    for (const quotation of [
      'best negotiator on the planet, bringing two sides together to find a negotiated peace',
      'impressed',
      'It truly looks as if they want to surrender Ukraine, because I don’t see any benefits for our country from these negotiations or Trump’s rhetoric.',
      'The difference between Biden and Trump is that Trump says out loud what Biden was thinking and doing about Ukraine',
    ]) {
      expect(text).toContain(quotation);
    }
    expect($('.body h2').text()).toBe('“BEST NEGOTIATOR ON THE PLANET”');
  });

  test('shows the Stay Connected counts as the old page did', () => {
    const accounts = $('.accounts li')
      .toArray()
      .map((account) => $(account).text().replaceAll(/\s+/g, ' ').trim());
    expect(accounts).toEqual([
      '16,985 Fans Facebook Like',
      '2,458 Followers X Follow',
      '61,453 Subscribers YouTube Subscribe',
    ]);
  });

  test('never lists itself in Must Read or Related News', () => {
    const links = $('.must-read a, .related a')
      .toArray()
      .map((link) => link.attribs['href']);
    expect(links.length).toBeGreaterThan(6);
    expect(links).not.toContain(leadArticle);
  });

  test('is shared through plain links with its full address', () => {
    const address = `=https://bevolve-news.example${leadArticle}`;
    const links = $('.share a').toArray();
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect(link.attribs['href']?.endsWith(address)).toBe(true);
  });

  test('says plainly that comments are closed', () => {
    expect($('[data-comments="title"]').text()).toBe('Leave a reply');
    expect($('[data-comments="section"]').text()).toContain('Comments are closed.');
  });
});

describe('an article without all the furniture', () => {
  const { page: hostilePage, pages } = printed('hostile');

  test('has no empty boxes: no slot, list or figure without content', () => {
    for (const { $, path } of pages) {
      for (const box of $('.slot, .slots > *, figure, .furniture, .corrections, .note').toArray()) {
        expect(
          $(box).text().trim() + ($(box).find('img').length > 0 ? 'picture' : ''),
          path,
        ).not.toBe('');
      }
    }
    expect(hostilePage('/').path).toBe('/');
  });

  test('has no reply section if comments are switched off', () => {
    const withReply = pages.filter(
      ({ $ }) => $('.story').length > 0 && $('[data-comments]').length === 0,
    );
    expect(withReply.length).toBeGreaterThan(0);
  });
});
