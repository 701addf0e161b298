// Shows a video or a post in place of the link to it, once a reader has chosen the link.
addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-embed]');
  const embed = link?.parentElement;
  if (!embed || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const isVideo = link.dataset.shape === 'video';
  const frame = document.createElement('iframe');
  frame.title = link.textContent;
  frame.allow = 'autoplay; fullscreen; picture-in-picture';
  // The embed may run scripts and open windows, but must not navigate this page.
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation',
  );
  // Video players refuse to play without a referrer; no other service gets one.
  frame.referrerPolicy = isVideo ? 'strict-origin-when-cross-origin' : 'no-referrer';
  frame.src = link.dataset.embed;
  embed.dataset.printed = `${link.textContent} (${link.href})`;
  embed.replaceChildren(frame);
  // Posts tell how tall they are, each service in its own words; Mastodon's must be asked.
  frame.onload = () => frame.contentWindow.postMessage({ type: 'setHeight', id: 1 }, '*');
  addEventListener('message', ({ source, data }) => {
    const tall = !isVideo && /"height\\*":(\d+)/.exec(JSON.stringify(data));
    if (tall && source === frame.contentWindow)
      embed.style.blockSize = `${Math.min(tall[1], 4000) + 2}px`;
  });
  frame.focus();
});
