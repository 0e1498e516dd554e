// How Node is started for the hall server; `npm run hall` says the same.

/** MiB. Node's own choice lets short-lived objects take 48 MiB more, which buys the hall nothing (npm run bench). */
export const HALL_NODE_FLAGS = ['--max-semi-space-size=4'];
