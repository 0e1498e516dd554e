// The workspace's door: what a program that starts a hall of its own needs.
export { readConfigFile } from './config-file.ts';
export { OptionMistake } from './server-options.ts';
