// Loaded into a child of the demo before its own program: ends it when the demo is gone, however the demo ended.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
