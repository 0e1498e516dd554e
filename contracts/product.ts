// Which product this is: compiled into server, terminals and pages alike, so that the health page can tell who is behind.

/** The version in the root package.json; product.test.ts keeps the two the same. */
export const PRODUCT_VERSION = '0.1.0';
