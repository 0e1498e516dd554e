// The fuses that packaging sets in the Electron program (Electron's manual, "Electron Fuses"): what the program can no longer be talked into.
import { FuseV1Options, FuseVersion, type FuseV1Config } from '@electron/fuses';

export const FUSES: FuseV1Config = {
  version: FuseVersion.V1,
  /** Not a Node for whoever sets ELECTRON_RUN_AS_NODE. */
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  /** Pages come from our own scheme; file: gets nothing special. */
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};
