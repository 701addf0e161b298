import { counterOf } from '../analytics/counter.ts';
import { frameOrigins } from '../copy/embeds.ts';
import { networkOrigins } from '../advertising/origins.ts';
import { originsOf } from '../comments/origins.ts';
import { newsletterForm } from '../newsletter/form.ts';
import type { Advertising } from '../schemas/advertising.ts';
import type { Analytics } from '../schemas/analytics.ts';
import type { Comments } from '../schemas/comments.ts';
import type { Newsletter } from '../schemas/newsletter.ts';
import type { Publication } from '../schemas/publication.ts';
import type { Part } from './needs.ts';
import { mergeOrigins } from '../policy-origins.ts';

/** The search page loads its index and runs it as WebAssembly. */
const search: Part = {
  attribute: 'role',
  isMark: ({ attributes }) => attributes['role'] === 'search',
  origins: { 'script-src': ["'self'", "'wasm-unsafe-eval'"], 'connect-src': ["'self'"] },
};

/** On a reader's click, the page's inline script loads the script of a feature. */
const feature: Part = {
  attribute: 'data-feature',
  isMark: ({ attributes }) => 'data-feature' in attributes,
  origins: { 'script-src': ["'self'"] },
};

/** The page of a running story loads a script that brings new entries: with what, nobody knows yet. */
const live: Part = {
  attribute: 'data-live',
  isMark: ({ attributes }) => 'data-live' in attributes,
  origins: { 'script-src': ["'self'"], 'frame-src': frameOrigins, 'media-src': ["'self'"] },
};

/** Once a reader consents, a script loads the advertising network's, which draws in frames. */
const network = ({ network }: Advertising): Part[] =>
  network
    ? [
        {
          attribute: 'data-consent',
          isMark: ({ name, attributes }) => name === 'dialog' && 'data-consent' in attributes,
          origins: mergeOrigins({ 'script-src': ["'self'"] }, networkOrigins),
        },
      ]
    : [];

const counter = (analytics: Analytics): Part[] => {
  const script = counterOf(analytics);
  if (!script) return [];
  const sources = [new URL(script.src).origin];
  return [
    {
      isMark: ({ text }) => text.includes(script.src),
      origins: { 'script-src': sources, 'connect-src': sources },
    },
  ];
};

const newsletter = (newsletter: Newsletter): Part[] => {
  const form = newsletterForm(newsletter);
  return form
    ? [
        {
          attribute: 'data-newsletter',
          isMark: ({ attributes }) => 'data-newsletter' in attributes,
          origins: { 'form-action': [new URL(form.action).origin] },
        },
      ]
    : [];
};

/** LEAVE A REPLY loads its script, which loads its stylesheet and what its provider needs. */
const reply = (comments: Comments): Part[] =>
  comments.provider === 'none'
    ? []
    : [
        {
          attribute: 'data-comments',
          isMark: ({ attributes }) => attributes['data-comments'] === 'section',
          origins: mergeOrigins(
            { 'script-src': ["'self'"], 'style-src': ["'self'"] },
            originsOf(comments),
          ),
        },
      ];

/** Offline reading registers a service worker; its script names the file. */
const offline: Part = {
  attribute: 'data-worker',
  isMark: ({ attributes }) => 'data-worker' in attributes,
  origins: { 'worker-src': ["'self'"] },
};

/** The parts of a paper that need more than every page has. */
export const partsOf = (publication: Publication): readonly Part[] => [
  search,
  feature,
  live,
  offline,
  ...network(publication.advertising),
  ...counter(publication.analytics),
  ...newsletter(publication.newsletter),
  ...reply(publication.comments),
];
