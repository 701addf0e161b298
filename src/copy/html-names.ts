const listed = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** Elements that have no end tag (HTML Standard, void elements, and the obsolete ones of that kind). */
export const voidNames = listed(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);

/** Elements whose end tag a writer may leave out (HTML Standard, optional tags). */
export const endsByItself = listed(
  'body caption colgroup dd dt head html li optgroup option p rb rp rt rtc tbody td tfoot th thead tr',
);

/** All other elements that HTML has or used to have (HTML Standard, elements and non-conforming features). */
const others = listed(
  'a abbr acronym address applet article aside audio b bdi bdo big blink blockquote button canvas center',
  'cite code data datalist del details dfn dialog dir div dl em fieldset figcaption figure font footer form',
  'frameset h1 h2 h3 h4 h5 h6 header hgroup i iframe ins isindex kbd label legend listing main map mark',
  'marquee math menu menuitem meter multicol nav nobr noembed noframes noscript object ol output picture',
  'plaintext pre progress q ruby s samp script search section select slot small spacer span strike strong',
  'style sub summary sup svg table template textarea time title tt u ul var video xmp',
);

/** Whether HTML has, or used to have, an element of this name. */
export const isHtmlName = (name: string): boolean =>
  voidNames.has(name) || endsByItself.has(name) || others.has(name);

/** Attributes that people write without a value. */
export const bareAttributes = listed(
  'allowfullscreen alt async autofocus autoplay border checked compact controls default defer disabled',
  'download hidden inert ismap itemscope loop multiple muted nomodule noshade novalidate nowrap open',
  'playsinline readonly required reversed scoped selected webkitallowfullscreen mozallowfullscreen',
);
