import type { SourceEntry } from '../../model.ts';
import type { Item } from './records.ts';

export interface State {
  state: SourceEntry['state'];
  why?: string;
}

/** What is never an entry: furniture of the site, settings, copies, letters from readers, orders. */
const furniture = new Set(
  (
    'revision nav_menu_item custom_css customize_changeset oembed_cache user_request wp_template wp_template_part ' +
    'wp_global_styles wp_navigation wp_font_family wp_font_face elementor_library elementor_font elementor_icons ' +
    'elementor_snippet elementor-hf elementskit_template elementskit_content tdb_templates tds_email tds_locker ' +
    'tds_subscription vc_grid_item vc4_templates fl-builder-template fl-theme-layout et_pb_layout et_template ' +
    'et_theme_builder et_header_layout et_body_layout et_footer_layout fusion_template fusion_element fusion_form ' +
    'oceanwp_library astra-advanced-hook gp_elements ct_template oxy_user_library bricks_template brizy_template ' +
    'popup wpforms wpcf7_contact_form mc4wp-form nf_sub feedback flamingo_inbound flamingo_contact ' +
    'flamingo_outbound forminator_forms frm_form_actions frm_styles acf acf-field acf-field-group acf-post-type ' +
    'acf-taxonomy acf-ui-options-page wp-types-group wp-types-user-group wp-types-term-group ml-slider ml-slide ' +
    'ngg_gallery ngg_pictures ngg_album displayed_gallery lightbox_library gal_display_source amp_validated_url ' +
    'jp_pay_order jp_pay_product jetpack_migration jp_img_sitemap jp_sitemap jp_sitemap_master jp_sitemap_index ' +
    'jp_vid_sitemap scheduled-action shop_order shop_order_refund shop_order_placehold shop_coupon ' +
    'shop_subscription product_variation edd_payment edd_log edd_discount give_payment tablepress_table wpcode ' +
    'safecss rank_math_schema polylang_mo cookielawinfo mailpoet_page wysijap bp-email um_form um_directory ' +
    'vip-legacy-redirect spucpt'
  ).split(' '),
);

/** What a type is called in the count of what is not brought; undefined if its items are entries. */
export const furnitureOf = (type: string): string | undefined =>
  furniture.has(type) ? type : undefined;

/**
 * Whether an item may be published. Only what readers could read is public: `publish` without a password. What was to appear
 * later is not, even if its moment has passed, for it never appeared.
 */
export const stateOf = ({ fields }: Item): State => {
  const status = fields.get('wp:status')?.toLowerCase() ?? '';
  if ((fields.get('wp:post_password') ?? '') !== '') return { state: 'withheld', why: 'password' };
  switch (status) {
    case 'publish':
      return { state: 'public' };
    case 'draft':
    case 'pending':
      return { state: 'draft', why: status };
    case '':
      return { state: 'draft', why: 'no status' };
    case 'inherit':
      return { state: 'withheld', why: 'revision' };
    default:
      return { state: 'withheld', why: status };
  }
};
