// Gives back every message of its parent: one crossing between processes each way, and nothing else.
process.on('message', (message) => {
  process.send?.(message);
});
