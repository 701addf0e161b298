const kilobyte = 1024;

/** Most that an article page, and any other, may weigh: HTML with all its CSS, gzip -9. */
export const pageLimits = { article: 10 * kilobyte, other: 13 * kilobyte };
