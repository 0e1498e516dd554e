// `npm run devices -- COMMAND`: what an installer asks of ports and devices on site.
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `This needs Node 24 or newer; this is ${process.versions.node}. Start it with "npm run devices".\n`,
  );
  process.exit(1);
}

// Imported after the check: an older Node fails in them without saying why.
const { runDevicesTool } = await import('./run-devices-tool.ts');

process.exit(await runDevicesTool(process.argv.slice(2)));
