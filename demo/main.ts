// `npm start`: the whole hall on 127.0.0.1, with simulated devices. `--data DIR` keeps it elsewhere, `--port P` moves the landing page.
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `This demo needs Node 24 or newer; this is ${process.versions.node}. Start it with "npm start".\n`,
  );
  process.exit(1);
}

// Imported after the check: an older Node fails in them without saying why.
const { runDemo } = await import('./run-demo.ts');
const { DemoCannotStart } = await import('./demo-cannot-start.ts');

try {
  await runDemo(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof DemoCannotStart)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
