// Before the first paint: the reader's earlier answer, so that space is reserved for what will load, and for nothing else.
// An answer counts for half a year; an older one is as none.
((page) => {
  let answer = 'asked';
  try {
    const [kept, at] = (localStorage.getItem('consent') ?? '').split(' ');
    if (Date.now() - at < 180 * 864e5) answer = kept;
  } catch {
    /* Storage is blocked. */
  }
  // Global Privacy Control: the browser has said no for the reader.
  page.consent = navigator.globalPrivacyControl ? 'no' : answer;
})(document.documentElement.dataset);
