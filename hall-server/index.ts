// The workspace's door: what a program that starts a hall of its own needs.
export { HALL_NODE_FLAGS } from './node-flags.ts';
export { readConfigFile } from './config-file.ts';
export { OptionMistake } from './server-options.ts';
