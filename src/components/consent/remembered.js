// Before the first paint: the reader's earlier answer, so that no space is reserved for what will not load.
((page) => {
  let answer = 'asked';
  try {
    const [kept, at] = (localStorage.getItem('consent') ?? '').split(' ');
    if (kept) [answer, page.consentAt] = [kept, at];
  } catch {
    /* Storage is blocked. */
  }
  // Global Privacy Control: the browser has said no for the reader.
  page.consent = navigator.globalPrivacyControl ? 'no' : answer;
})(document.documentElement.dataset);
