// What browsers may do with our pages: load from the hall alone, be framed by nobody, tell nobody where they came from.
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `ws:` because older Chromium does not count a socket to the same host as 'self' (boards are built for chrome87). */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' ws: wss:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.headers({
    'Content-Security-Policy': CONTENT_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  if (request.url.startsWith('/api/')) reply.header('Cache-Control', 'no-store');
  done();
}

/** For a page that carries its style inside: the style is allowed by its hash and nothing else is. */
export function styleOnlyPolicy(styleSha256: string): string {
  return `default-src 'none'; style-src 'sha256-${styleSha256}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
