// One version everywhere: what programs say of themselves is what the package says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PRODUCT_VERSION } from './product.ts';

test('the version compiled into every program is that of the product', () => {
  const text = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ version: PRODUCT_VERSION });
});
