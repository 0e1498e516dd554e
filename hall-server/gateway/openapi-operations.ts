// Every route of the server as a table: what it is for, who may, what goes in, what comes out. Held to the routes by a test.
import type { z } from 'zod';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { EventsQuery } from './admin-routes.ts';
import { EvaluationsQuery } from './evaluation-routes.ts';
import { ANSWER_EXAMPLES } from './openapi-examples.ts';
import { api, example } from './openapi-operation-parts.ts';
import type { ERROR_TEXTS } from './texts.ts';
import { UPDATE_OPERATIONS } from './openapi-update-operations.ts';

export type Tag = 'commands' | 'views' | 'access' | 'journal' | 'watch' | 'updates';
export const TAGS: Readonly<Record<Tag, Bilingual>> = {
  commands: { zh: '命令', en: 'Commands' },
  views: { zh: '视图', en: 'Views' },
  access: { zh: '登录与凭证', en: 'Sign-in and tokens' },
  journal: { zh: '配置与记录', en: 'Configuration and journal' },
  watch: { zh: '运行监视', en: 'Health and figures' },
  updates: { zh: '终端更新', en: 'Updates of terminals' },
};

/** `public`: no token. `token`: any; what it may see and do depends on whose it is. */
export type Access = 'public' | 'token' | 'terminal' | 'monitor' | 'admin';
export const ACCESS_TEXTS: Readonly<Record<Access, Bilingual>> = {
  public: { zh: '不需要凭证', en: 'No token' },
  token: { zh: '任何凭证，按身份限制', en: 'Any token, within its rights' },
  terminal: { zh: '终端凭证', en: 'Tokens of terminals' },
  monitor: { zh: '运维凭证或管理员凭证', en: 'Monitor or administrator' },
  admin: { zh: '管理员凭证', en: 'Administrator' },
};

export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly id: string;
  readonly tag: Tag;
  readonly access: Access;
  readonly text: Bilingual;
  /** Path parameters with an example each. */
  readonly params?: Readonly<Record<string, string>>;
  /** A parameter that is not one of those that there are is answered 400. */
  readonly checksParams?: boolean;
  readonly query?: z.ZodObject;
  /** Name of the body's schema and an example; `bytes` for a piece of a file. */
  readonly body?: { readonly schema: string; readonly example: unknown } | 'bytes';
  readonly answer: Answer;
  /** Besides those of its access and its body. */
  readonly errors?: readonly (readonly [number, keyof typeof ERROR_TEXTS])[];
}

type Answer =
  | { readonly schema: string; readonly example: unknown }
  | { readonly type: 'text/plain' | 'application/gzip' }
  | 'object';

const MAIN: readonly Operation[] = [
  {
    method: 'post',
    path: api('/commands'),
    id: 'command',
    tag: 'commands',
    access: 'token',
    text: {
      zh: '请求大厅做一件事；回答 200 时已经持久保存',
      en: 'Asks the hall for something; with 200 it is durable',
    },
    body: { schema: 'CommandRequest', example: { requestId: 'desk-000001', type: 'callNext', windowId: 'w01' } },
    answer: { schema: 'CommandResult', example: ANSWER_EXAMPLES.CallNextResult },
  },
  {
    method: 'get',
    path: api('/views'),
    id: 'topics',
    tag: 'views',
    access: 'token',
    text: { zh: '列出可以查看的视图', en: 'Lists the views that this token may see' },
    answer: example('TopicsAnswer'),
  },
  {
    method: 'get',
    path: api('/views/{kind}/{id}'),
    id: 'view',
    tag: 'views',
    access: 'token',
    text: { zh: '读一个完整视图', en: 'One whole view as it is now' },
    params: { kind: 'boardStatus', id: 'hall' },
    answer: { schema: 'View', example: ANSWER_EXAMPLES.BoardCallsView },
    errors: [[404, 'notFound']],
  },
  {
    method: 'get',
    path: api('/windows/{windowId}/applicant'),
    id: 'applicant',
    tag: 'views',
    access: 'token',
    text: {
      zh: '窗口当前申请人的掩码姓名；每次查看都记入日志',
      en: 'Masked name at one’s own window; each look is logged',
    },
    params: { windowId: 'w01' },
    answer: example('ApplicantAnswer'),
    errors: [[404, 'notFound']],
  },
  {
    method: 'post',
    path: api('/sign-in'),
    id: 'signIn',
    tag: 'access',
    access: 'public',
    text: { zh: '工作人员用工号和密码换取凭证', en: 'Staff number and password for a token' },
    body: { schema: 'SignInBody', example: { staffNo: '0316', password: 'a long password' } },
    answer: example('TokenAnswer'),
    errors: [
      [401, 'signInFailed'],
      [429, 'tooManyAttempts'],
      [503, 'busy'],
    ],
  },
  {
    method: 'post',
    path: api('/credentials'),
    id: 'makeCredential',
    tag: 'access',
    access: 'admin',
    text: { zh: '签发凭证（终端、屏幕、工作人员、运维）；只显示这一次', en: 'Makes a token; it is shown this once' },
    body: { schema: 'CredentialRequest', example: { kind: 'monitor', id: 'prometheus' } },
    answer: example('TokenAnswer'),
    errors: [[503, 'busy']],
  },
  {
    method: 'delete',
    path: api('/credentials/{kind}/{id}'),
    id: 'revokeTokens',
    tag: 'access',
    access: 'admin',
    text: {
      zh: '收回某个终端、屏幕、工作人员或运维的全部凭证；其连接立即断开',
      en: 'Ends all tokens of a terminal, display, clerk or monitor; its connections are closed at once',
    },
    params: { kind: 'display', id: 'board-hall' },
    checksParams: true,
    answer: example('RevokedAnswer'),
  },
  {
    method: 'get',
    path: api('/config'),
    id: 'config',
    tag: 'journal',
    access: 'admin',
    text: { zh: '当前大厅配置', en: 'The present configuration' },
    answer: example('HallConfig'),
    errors: [[404, 'notFound']],
  },
  {
    method: 'get',
    path: api('/events'),
    id: 'events',
    tag: 'journal',
    access: 'admin',
    text: { zh: '按顺序读记录，不含个人信息', en: 'The journal in order; no personal data is in it' },
    query: EventsQuery,
    answer: example('EventsAnswer'),
  },
  {
    method: 'get',
    path: api('/evaluations'),
    id: 'evaluations',
    tag: 'journal',
    access: 'admin',
    text: {
      zh: '一个营业日的评价及书面意见；每次查看都记入日志',
      en: 'Ratings of a business day with what was written; each look is logged',
    },
    query: EvaluationsQuery,
    answer: example('EvaluationsAnswer'),
    errors: [[404, 'notFound']],
  },
  {
    method: 'get',
    path: api('/health'),
    id: 'health',
    tag: 'watch',
    access: 'monitor',
    text: { zh: '运行状况：程序、连接、时钟、设备、磁盘', en: 'Programs, links, clocks, devices, disk' },
    answer: example('HealthReport'),
  },
  {
    method: 'get',
    path: '/metrics',
    id: 'metrics',
    tag: 'watch',
    access: 'monitor',
    text: { zh: 'Prometheus 指标', en: 'Figures for Prometheus (docs/operations.md)' },
    answer: { type: 'text/plain' },
  },
  {
    method: 'get',
    path: '/healthz',
    id: 'healthz',
    tag: 'watch',
    access: 'public',
    text: { zh: '能否写入：200 正常，503 只读', en: '200 while it can write, 503 while it can only show' },
    answer: example('HealthzAnswer'),
  },
  {
    method: 'get',
    path: api('/openapi.json'),
    id: 'openapi',
    tag: 'watch',
    access: 'public',
    text: { zh: '本文档（OpenAPI 3.1）', en: 'This document (OpenAPI 3.1)' },
    answer: 'object',
  },
];

export const OPERATIONS: readonly Operation[] = [...MAIN, ...UPDATE_OPERATIONS];
