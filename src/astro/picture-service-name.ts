/**
 * What Astro's configuration calls the picture service: an alias, because the names of printed pictures depend on this text, and an
 * absolute path differs between machines.
 */
export const pictureServiceName = 'picture-service';
