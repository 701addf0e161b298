// Times under a day old become “12 minutes ago”, in place: each is the last on its line, so nothing moves.
for (const time of document.querySelectorAll('main time')) {
  const minutes = (Date.parse(time.dateTime) - Date.now()) / 6e4;
  if (minutes < 0 && minutes > -1440)
    time.textContent = new Intl.RelativeTimeFormat(document.documentElement.lang).format(
      ...(minutes > -60 ? [Math.floor(minutes), 'minute'] : [Math.ceil(minutes / 60), 'hour']),
    );
}
