// The languages of a page are whatever files lie in its folder: what Vite finds there, by name.

/** `{'./languages/en.ts': table}` -> `{en: table}`. Made by `import.meta.glob`, which must stand in the page's own file. */
export function languagesByName<Table>(files: Readonly<Record<string, Table>>): Readonly<Record<string, Table>> {
  return Object.fromEntries(
    Object.entries(files).map(([file, table]) => [/([\w-]+)\.ts$/.exec(file)?.[1] ?? file, table]),
  );
}
