import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { papers } from '../papers.ts';
import { printed } from './printed.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Matters of notation, which readers do not notice.
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'attr-quotes': 'off',
    // The length of a headline is up to its editor.
    'long-title': 'off',
    // Without an explicit role, browsers drop the list role of a list without bullets.
    'no-redundant-role': 'off',
    // Crossheads in other scripts have ids in those scripts, as HTML allows.
    'valid-id': ['error', { relaxed: true }],
  },
});

describe.each(papers.map(({ name }) => name))('the HTML of the paper %s', (name) => {
  test('is valid on every page', async () => {
    const faults: string[] = [];
    const { pages, textPages, redirects } = printed(name);
    for (const { path, html } of [...pages, ...textPages, ...redirects]) {
      const report = await validator.validateString(html);
      for (const { messages } of report.results) {
        for (const { ruleId, message, line, column } of messages) {
          faults.push(`${path}:${line}:${column} ${ruleId}: ${message}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});
