// How much a client may say, and in which form: JSON alone, 64 kB; the administrator may send a whole configuration.
import type { FastifyInstance } from 'fastify';

const BODY_BYTES_MAX = 64 * 1024;
const ADMIN_BODY_BYTES_MAX = 1024 * 1024;

/** Raised inside the body parser; the error handler knows it by its `statusCode`. */
function tooLarge(): Error {
  return Object.assign(new Error('body too large'), { statusCode: 413 });
}

export function acceptJsonOnly(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: ADMIN_BODY_BYTES_MAX },
    (request, body, done) => {
      const text = body.toString();
      const limit = request.who?.kind === 'admin' ? ADMIN_BODY_BYTES_MAX : BODY_BYTES_MAX;
      if (Buffer.byteLength(text, 'utf8') > limit) done(tooLarge());
      else void parseJson(request, text, done);
    },
  );
}
