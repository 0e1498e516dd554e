// What a preload finds in the harness: `require('electron')` with the page's half of ipc, in the page's own world.

/** The name under which Chromium's pages reach the fakes; taken off the page before its own script runs. */
export const BINDING = '__electronHarnessIpc';
export const RECEIVE = '__electronHarnessReceive';

/** An init script around a preload's bundle. It runs before every document of the shell's page. */
export function preloadScript(preload: string): string {
  return `(() => {
  if (window !== window.top || !location.href.startsWith('https://')) return;
  const binding = window.${BINDING};
  const listeners = [];
  const isAlive = () => true;
  Object.defineProperty(window, '${RECEIVE}', {
    enumerable: false,
    value: (channel, args) => {
      for (const one of listeners) if (one.channel === channel && isAlive()) one.listener({}, ...args);
    },
  });
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true }),
    },
    ipcRenderer: {
      send: (channel, ...args) => void binding('send', channel, structuredClone(args)),
      invoke: (channel, ...args) => binding('invoke', channel, structuredClone(args)),
      on: (channel, listener) => void listeners.push({ channel, listener }),
    },
  };
  const require = (name) => {
    if (name === 'electron') return electron;
    throw new Error('a sandboxed preload cannot require ' + name);
  };
  const module = { exports: {} };
  (function (require, module, exports) {
${preload}
  })(require, module, module.exports);
})();`;
}
