import { whenAsked } from './asked.ts';

/** The tallest that a post may make itself, in pixels. */
const tallest = 4000;

/** Shows a video or a post in place of the link to it. */
whenAsked('embed', (link, event) => {
  event.preventDefault();
  const embed = link.parentElement;
  const { embed: address = '', shape } = link.dataset;
  if (!embed || !(link instanceof HTMLAnchorElement)) return;
  const isVideo = shape === 'video';
  const frame = Object.assign(document.createElement('iframe'), {
    title: link.textContent,
    allow: 'autoplay; fullscreen; picture-in-picture',
    // Video players refuse to play without a referrer; no other service gets one.
    referrerPolicy: isVideo ? 'strict-origin-when-cross-origin' : 'no-referrer',
    src: address,
  });
  // The embed may run scripts and open windows, but must not navigate this page.
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation',
  );
  embed.dataset['printed'] = `${link.textContent} (${link.href})`;
  embed.replaceChildren(frame);
  frame.focus();
  if (isVideo) return;
  // Posts tell how tall they are, each service in its own words; Mastodon's must be asked.
  frame.onload = () => frame.contentWindow?.postMessage({ type: 'setHeight', id: 1 }, '*');
  addEventListener('message', ({ source, data }) => {
    const [, height] = /"height\\*":(\d+)/.exec(JSON.stringify(data)) ?? [];
    if (height && source === frame.contentWindow)
      embed.style.blockSize = `${Math.min(Number(height), tallest) + 2}px`;
  });
});
