// An older Node ends without a word inside a native module: say first what is needed.
const NEEDED = 24;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  process.stderr.write(
    `叫号需要 Node ${NEEDED} 或更高版本，当前是 ${process.versions.node}。请用 npm run hall 启动。\n` +
      `Jiaohao needs Node ${NEEDED} or newer; this is ${process.versions.node}. Start it with npm run hall, which brings its own.\n`,
  );
  process.exit(1);
}
