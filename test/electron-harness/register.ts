// `node --import register.ts dist/electron/main.js`: the built program as it is shipped, with the harness in Electron's place.
import { registerHooks } from 'node:module';

const HARNESS = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url: HARNESS, shortCircuit: true } : next(name, context)),
});
