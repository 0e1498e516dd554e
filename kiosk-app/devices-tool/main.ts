// `npm run devices -- COMMAND`: the drivers' tool, and the page 设备自检, which the drivers cannot have because it is the terminal's.
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `This needs Node 24 or newer; this is ${process.versions.node}. Start it with "npm run devices".\n`,
  );
  process.exit(1);
}

// Imported after the check: an older Node fails in them without saying why.
const { runDevicesTool } = await import('@jiaohao/drivers/tool');
const { PAGE_COMMAND } = await import('./page-command.ts');
const { MAKE_PIN_COMMAND } = await import('./make-pin-command.ts');

process.exit(await runDevicesTool(process.argv.slice(2), [PAGE_COMMAND, MAKE_PIN_COMMAND]));
