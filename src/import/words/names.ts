/** Elements that stand in lines of their own. */
export const boxTags: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noframes ol optgroup option p plaintext pre ' +
    'search section summary table caption colgroup tbody thead tfoot tr td th ul ' +
    'iframe object embed video audio xmp listing amp-youtube amp-iframe x-post x-slot'
  ).split(' '),
);

/** Elements that show no words. */
export const silentTags: ReadonlySet<string> = new Set(
  (
    'script style template head title meta link base param source track area col colgroup input select textarea ' +
    'datalist canvas applet frame frameset noembed map progress meter dialog'
  ).split(' '),
);
