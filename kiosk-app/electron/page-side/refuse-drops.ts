// A file dragged onto the glass is neither opened nor handed to the page.

export function refuseDrops(glass: Window): void {
  for (const name of ['dragenter', 'dragover', 'drop', 'dragstart'] as const) {
    glass.addEventListener(
      name,
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
  }
}
