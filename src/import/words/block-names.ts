/** What the server fills with other stories, menus or tools. The paper has its own of all of it. */
const furniture = [
  /^core\/(?:latest-|query|post-|comment|site-|navigation|widget-|term-|terms-)/,
  /^core\/(?:archives|calendar|categories|tag-cloud|rss|search|social-links?|page-list(?:-item)?|home-link|loginout)$/,
  /^core\/(?:template-part|avatar|pattern|legacy-widget|read-more|breadcrumbs|subhead-data)$/,
  /^jetpack\/(?:contact-form|field|subscriptions|related-posts|sharing|like|repeat-visitor|donations|payment|mailchimp)/,
  /^jetpack\/(?:opentable|calendly|blogroll|top-posts|whatsapp-button|business-hours|blogging-prompt)/,
  /^(?:woocommerce|contact-form-7|wpforms|gravityforms|ninja-forms|formidable|mailpoet|mc4wp|fluentfom|sureforms|forminator)\//,
  /\/(?:(?:latest|recent|related|popular)?-?posts?(?:-?(?:grid|list|carousel|slider|ticker|tiles|timeline))?|(?:news-)?ticker)$/,
  /\/(?:ads?|ad-\w+|advert\w*|adsense|newsletter\w*|shar(?:e|ing)|social-\w+|table-of-contents|toc|contact-form|form)$/,
];

/** Whether a block is furniture: none of the story's words are in it. */
export const isFurnitureBlock = (name: string): boolean =>
  furniture.some((pattern) => pattern.test(name));

/** Whether only subscribers could see what is in a block. */
export const isMembersBlock = (name: string): boolean =>
  /(?:^|\/)(?:subscriber-view|members?-only|paywall|restricted?(?:-content)?)$/.test(name) ||
  /^(?:restrict-content|memberpress|pmpro)\//.test(name);
