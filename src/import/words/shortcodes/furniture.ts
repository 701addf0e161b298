/** Forms, shops and tools: what they show is made by the server, and none of it is a word of the story. */
const furniture = [
  /^(?:contact-?form|contact-field|gravityforms?|ninja_forms?|wpforms|formidable|mc4wp_form|caldera_form|fluentform|forminator_\w+|everest_form|happyforms|cforms|si-contact-form|fc|quform|weforms|wufoo|jotform|typeform|hubspot|mailpoet_\w+|mailmunch-form|optin-?monster\S*|newsletter(?:_\w+)?|sibwp_form|subscribe\w*|jetpack_subscription_form|yikes-mailchimp|email_form|convertkit)/,
  /^(?:woocommerce_|edd_|wc_|add_to_cart|product_|products?$|recent_products|featured_products|sale_products|best_selling_products|shop_messages|purchase_link|download_(?:cart|checkout|history)|purchase_history|paypal|wp_cart\w*|wpsc_\w*|mp_|simpay|give_|donat\w*|stripe|accept_stripe)/,
  /^(?:ad|ads|adsense|adrotate|the_ad\w*|adinserter|advads\w*|advert\w*|quads|google_?ads?\w*|wp_ad_camp\w*|bsa_\w+|dfp_\w+|amazon_\w+)$/,
  /^(?:recent|latest|related|popular|random|featured|display|list|child|sibling|archive|category|catlist|tag|author|blog|news|top|my)[-_](?:posts?|pages?|articles?|list|archives?|news|categor\w*|authors?)\b/,
  /^(?:posts|catlist|display-posts|archives?|wp_sitemap_page|sitemap|simple-sitemap|pagelist\w*|subpages|wpb_\w+|ic_add_posts|post_list|posts_grid|pt_view|the-post-grid|smart_post_show|ess_grid|jp-relatedposts|jetpack-related-posts|yarpp|wp_rss_\w+|rss|feedzy-rss|wprss\w*|rssonpage)$/,
  /^(?:toc|no_toc|ez-toc|lwptoc|table_of_contents|contents|simpletoc|breadcrumbs?|wpseo_breadcrumb|nav_?menu|menu|search_?form|wpbsearch|loginform|login|register|user_profile|bbp-\w+|wp_login_form)$/,
  /^(?:addtoany|share\w*|social\w*|ssba|sharethis|shareaholic|easy-social-share\w*|essb|simple-social-icons|follow_\w+|fblike|like|tweetmeme|googleplusone|really_simple_share|mashshare|ratings?|ratingwidget|kkstarratings|post_ratings|yasr_\w+|likebtn|view-?counter|post-?views\w*)$/,
  /^(?:td[bcm]?_|vc_(?:basic_grid|posts_|masonry_grid|widget_|wp_|tweetmeme|facebook|pinterest|googleplus|flickr|carousel|copyright)|su_(?:posts|menu|subpages|siblings|feed|permalink|meta|user|post|login|qrcode|countdown|progress|animate_end)|et_pb_(?:blog|sidebar|contact_|signup|search|shop|portfolio|post_|comments|login|social_|map|fullwidth_(?:menu|post|portfolio|map))|fusion_(?:blog|recent_posts|widget\w*|social_links|sharing|map|form|menu|portfolio|products?\w*)|av_(?:blog|postslider|magazine|contact|mailchimp|social_share|sidebar|masonry_entries|google_map))/,
  /^(?:google_?maps?|wpgmza|mappress|leaflet-\w+|weather\w*|countdown|current_date|date|year|sidebar|widget|dynamic-sidebar|wp-?cumulus|cookie\w*|gdpr\w*|wpml_\w+|polylang\w*|icl_\w+|elementor-template|template|layerslider|rev_slider|metaslider|slider|masterslider|smartslider3|soliloquy|royalslider|new_royalslider)$/,
];

/** Shortcodes that only name what they show: words, figures or pictures that are not in the text. */
const elsewhere =
  /^(?:table|tablepress|wpdatatable|wpdatachart|visualizer|ngg\w*|nggallery|singlepic|imagebrowser|envira-gallery|foogallery|modula|album|photo_?gallery|best_wordpress_gallery|bwg|flickr_\w+|justified_image_grid|slideshow|slideshow_deploy|poll|polls|yop_poll|totalpoll|crowdsignal|polldaddy|quiz|wpproquiz|ays_quiz|chronosly|events?_?list|event_?embed|ai1ec|tribe_events|h5p|interaction|insert_php|php_everywhere|xyz-\w+|acf|types|pods|wpcode|code_snippet|content_block|reusable|block|insert|include-?\w*|embed_?post)$/;

/** Whether a shortcode is furniture: none of the story's words are in it. */
export const isFurniture = (name: string): boolean => furniture.some((one) => one.test(name));

/** Whether a shortcode shows something of the story that is kept elsewhere. */
export const isElsewhere = (name: string): boolean => elsewhere.test(name);

/** Whether only members could read what is between the tags. It was never public. */
export const isForMembers = (name: string): boolean =>
  /^(?:members?(?:_?only)?|membership|private|protected|restrict(?:ed)?|rcp_\w+|pmpro_\w+|membership_content|su_members|loggedin|logged_in|is_logged_in|um_loggedin|wpmem_(?:logged_in|private_page)|ihc-hide-content|mepr-\w+|s2if|paid|premium|subscriber|subscribers|passster|content_protector|wcm_restrict|swpm_protected|arm_restrict_content|simple-membership)$/.test(
    name,
  );
