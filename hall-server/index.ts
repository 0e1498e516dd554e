// The workspace's door: what a program that starts a hall server as a process of its own needs.
export { HALL_NODE_FLAGS } from './node-flags.ts';
