// The routes of terminals' updates, as rows of the table of operations.
import { UpdateOfferQuery } from '@jiaohao/contracts/updates';
import type { Operation } from './openapi-operations.ts';
import { api, example } from './openapi-operation-parts.ts';
import { PieceQuery } from './update-admin-routes.ts';

const PACKAGE = { platform: 'browser-linux-x64', version: '1.2.0' };
const ROLLOUT = { terminals: ['kiosk-1'], percent: 10 };
const MANIFEST = { manifest: '{"product":"jiaohao-terminal"}', signature: `${'A'.repeat(86)}==` };

export const UPDATE_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: api('/updates'),
    id: 'updates',
    tag: 'updates',
    access: 'admin',
    text: { zh: '更新包、发布范围和各终端版本', en: 'Packages, rollouts, and what terminals run' },
    answer: 'object',
  },
  {
    method: 'post',
    path: api('/updates/packages'),
    id: 'beginPackage',
    tag: 'updates',
    access: 'admin',
    text: { zh: '登记一个已签名的更新包', en: 'Announces a signed package' },
    body: { schema: 'SignedManifest', example: MANIFEST },
    answer: 'object',
    errors: [
      [409, 'updateDiffers'],
      [422, 'updateSignatureWrong'],
      [507, 'updateNoSpace'],
    ],
  },
  {
    method: 'put',
    path: api('/updates/packages/{platform}/{version}'),
    id: 'putPiece',
    tag: 'updates',
    access: 'admin',
    text: { zh: '上传更新包的下一段', en: 'Uploads the next piece of a package' },
    params: PACKAGE,
    query: PieceQuery,
    body: 'bytes',
    answer: 'object',
    errors: [
      [404, 'notFound'],
      [409, 'updateOffset'],
      [422, 'updateCorrupt'],
      [507, 'updateNoSpace'],
    ],
  },
  {
    method: 'get',
    path: api('/updates/packages/{platform}/{version}'),
    id: 'package',
    tag: 'updates',
    access: 'terminal',
    text: { zh: '下载更新包，可从任一字节继续', en: 'The package, from any byte on (Range)' },
    params: PACKAGE,
    answer: { type: 'application/gzip' },
    errors: [
      [404, 'notFound'],
      [416, 'rangeNotSatisfiable'],
      [503, 'busy'],
    ],
  },
  {
    method: 'delete',
    path: api('/updates/packages/{platform}/{version}'),
    id: 'removePackage',
    tag: 'updates',
    access: 'admin',
    text: { zh: '删除更新包', en: 'Removes a package' },
    params: PACKAGE,
    answer: 'object',
    errors: [[404, 'notFound']],
  },
  {
    method: 'put',
    path: api('/updates/rollouts/{version}'),
    id: 'setRollout',
    tag: 'updates',
    access: 'admin',
    text: { zh: '哪些终端更新到这个版本', en: 'Who gets this version' },
    params: { version: '1.2.0' },
    body: { schema: 'UpdateRolloutInput', example: ROLLOUT },
    answer: 'object',
    errors: [[404, 'notFound']],
  },
  {
    method: 'get',
    path: api('/updates/offer'),
    id: 'offer',
    tag: 'updates',
    access: 'terminal',
    text: { zh: '有没有给我的更新', en: 'Is there an update for this terminal' },
    query: UpdateOfferQuery,
    answer: example('UpdateOffer'),
  },
  {
    method: 'post',
    path: api('/updates/reports'),
    id: 'reportUpdate',
    tag: 'updates',
    access: 'terminal',
    text: { zh: '报告更新失败并已退回', en: 'This terminal went back to the version before' },
    body: { schema: 'UpdateReport', example: { version: '1.2.0', failure: 'ended' } },
    answer: 'object',
    errors: [[404, 'notFound']],
  },
];
