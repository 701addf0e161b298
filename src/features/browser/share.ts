import { whenAsked } from './asked.ts';

whenAsked('share', () => {
  // Without Web Share, there are the links at the end of the story.
  if (!('share' in navigator)) location.hash = 'share';
  else {
    const title = document.querySelector('h1')?.textContent ?? '';
    // A reader may change their mind.
    navigator.share({ title, url: location.href.replace(/#.*/, '') }).catch(() => undefined);
  }
});
