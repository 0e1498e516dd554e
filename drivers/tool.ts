// The door to the device tool: for whoever adds commands of their own to it (kiosk-app/devices-tool adds the page).
export { Arguments } from './tool/arguments.ts';
export { runDevicesTool, type FurtherCommand } from './tool/run-devices-tool.ts';
export { ToolTrouble, usageTrouble } from './tool/tool-trouble.ts';
export { probePorts, type ProbedPort } from './tool/list-devices.ts';
export { listPorts, namedPort, type ListedPort } from './tool/list-ports.ts';
