// Before the first paint: what the reader answered before, so that no room is kept for what will not come.
((page) => {
  let answer = 'asked';
  try {
    const [kept, at] = (localStorage.getItem('consent') ?? '').split(' ');
    if (kept) [answer, page.consentAt] = [kept, at];
  } catch {
    /* Storage is refused. */
  }
  // Global Privacy Control: the browser has said no for the reader.
  page.consent = navigator.globalPrivacyControl ? 'no' : answer;
})(document.documentElement.dataset);
