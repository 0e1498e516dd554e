// How a network line is called: the spec that its configuration has, an IPv6 address in brackets.

export interface LineAddress {
  readonly host: string;
  readonly port: number;
}

export function lineName(scheme: 'tcp' | 'udp', { host, port }: LineAddress): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
