// Why the demo did not start, as a sentence for whoever typed `npm start`.

export class DemoCannotStart extends Error {
  override readonly name = 'DemoCannotStart';
}
