// Times under a day old become “12 minutes ago”, in place: each is the last on its line, so nothing moves.
for (const time of document.querySelectorAll('main time')) {
  const hours = (new Date(time.dateTime) - new Date()) / 36e5;
  // Towards zero, and never “0 minutes ago”.
  if (hours < 0 && hours > -24)
    time.innerText = new Intl.RelativeTimeFormat(document.documentElement.lang).format(
      ...(hours > -1 ? [(hours * 60 - 0.9) | 0, 'minute'] : [hours | 0, 'hour']),
    );
}
