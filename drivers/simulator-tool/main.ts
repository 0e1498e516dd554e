// `npm run simulator -- MODEL --port PTY`: one simulated device alone on a line, for any software to be tried against, until SIGTERM.
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `This needs Node 24 or newer; this is ${process.versions.node}. Start it with "npm run simulator".\n`,
  );
  process.exit(1);
}

// Imported after the check: an older Node fails in them without saying why.
const { runTool } = await import('../tool/run-tool.ts');
const { runSimulator } = await import('./run-simulator.ts');

process.exit(await runTool(false, () => runSimulator(process.argv.slice(2))));
