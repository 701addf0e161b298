import { escapeHtml } from '../escape-html.ts';
import { directionOf, languageOf } from '../language/names.ts';
import { inLanguage, type WordTable } from '../language/table.ts';
import type { Publication } from '../schemas/publication.ts';
import type { DeskFile } from './bundle.ts';

const words: WordTable = {
  title: {
    en: 'Desk',
    fr: 'Rédaction',
    uk: 'Редакція',
    ar: 'غرفة التحرير',
  },
  needsScripts: {
    en: 'The desk needs JavaScript. Allow it for this page, and load the page again.',
    fr: 'La rédaction a besoin de JavaScript. Autorisez-le pour cette page, puis rechargez-la.',
    uk: 'Редакції потрібен JavaScript. Дозвольте його для цієї сторінки й перезавантажте її.',
    ar: 'تحتاج غرفة التحرير إلى JavaScript. اسمح به لهذه الصفحة ثم أعد تحميلها.',
  },
};

/**
 * The HTML of the desk's page. Nothing in it is inline: its policy allows only files.
 * @param files what `bundleDesk` made
 */
export const pageHtml = (
  files: readonly Pick<DeskFile, 'path' | 'use'>[],
  { name, language }: Pick<Publication, 'name' | 'language'>,
): string => {
  const interfaceLanguage = languageOf(language) ?? 'en';
  const { title = '', needsScripts = '' } = inLanguage(words, interfaceLanguage);
  const styles = files.filter(({ use }) => use === 'style');
  const scripts = files.filter(({ use }) => use === 'script');
  const licences = files.filter(({ use }) => use === 'licences');
  return [
    '<!doctype html>',
    `<html lang="${interfaceLanguage}" dir="${directionOf(interfaceLanguage)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex, nofollow">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(`${title} · ${name}`)}</title>`,
    '<link rel="icon" href="data:,">',
    ...styles.map(({ path }) => `<link rel="stylesheet" href="./${path}">`),
    // The desk's menu links to it (rel: HTML, section 4.6.7.11).
    ...licences.map(({ path }) => `<link rel="license" href="./${path}">`),
    ...scripts.map(({ path }) => `<script src="./${path}" type="module"></script>`),
    '</head>',
    '<body>',
    `<noscript><p>${escapeHtml(needsScripts)}</p></noscript>`,
    '<div id="desk"></div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
};
