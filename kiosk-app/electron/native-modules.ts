// Modules that stay outside the bundles of the Electron host, beside the archive: they carry compiled code.

export const NATIVE_MODULES = ['serialport', '@serialport/bindings-cpp', 'node-hid', 'usb', '@napi-rs/canvas'] as const;
