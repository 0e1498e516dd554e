// How long one step of a device took, as installers are shown it.

export interface TimedStep {
  /** The command by its name in the driver: `readCard`, `DLE EOT 1`. */
  readonly step: string;
  readonly ms: number;
}
