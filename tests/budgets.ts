const kilobyte = 1024;

/** The maximum weight of an article page and of any other: HTML with all its CSS, gzip -9, in bytes. */
export const pageLimits = { article: 10 * kilobyte, other: 13 * kilobyte };
