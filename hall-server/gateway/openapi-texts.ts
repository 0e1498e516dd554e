// Words of the API document and of its readable page.

export const API_TEXTS = {
  title: { zh: '叫号系统接口', en: 'Jiaohao hall API' },
  intro: {
    zh: '大厅里的程序通过这些接口取号、叫号、读取视图。时间都是 UTC 毫秒（…At），时长都是毫秒（…Ms）。',
    en: 'Programs of the hall issue, call and read through these. Instants are UTC epoch ms (…At), durations ms (…Ms).',
  },
  token: {
    zh: '每个请求带请求头 Authorization: Bearer 凭证。管理员凭证在服务器数据文件夹的 admin-token 文件里，其他凭证由管理员签发。',
    en:
      'Send `Authorization: Bearer <token>`. The administrator’s token lies in the file admin-token of the data folder; ' +
      'it makes all others.',
  },
  requestId: {
    zh: '每个命令带 requestId，在触发时生成，收到回答前重发都用同一个：同一个 requestId 绝不会执行两次。',
    en:
      'Every command carries a requestId, made when somebody pressed and kept until answered: send again with the same one, ' +
      'and it is never carried out twice.',
  },
  refusals: {
    zh: '规则不允许时回答 409 和 refusal：程序判断 code，人看 zh 和 en。什么都没有改变。',
    en: 'When a rule says no: 409 with a refusal. Programs match the code, people read zh and en. Nothing was changed.',
  },
  sockets: {
    zh: '要随时得到变化，请用 socket.io（路径 /socket.io，auth 为 {token, protocolVersion}）：发送 watch 后会收到完整的 view。',
    en:
      'For changes as they happen use socket.io (path /socket.io, auth {token, protocolVersion}): after `watch` whole views ' +
      'come as `view`; see contracts/socket.ts.',
  },
  readOnly: { zh: '存储已满，只能查看', en: 'The storage is full: views only' },
} as const;

export const PAGE_TEXTS = {
  json: { zh: 'OpenAPI 3.1 文档', en: 'OpenAPI 3.1 document' },
  contents: { zh: '目录', en: 'Contents' },
  access: { zh: '凭证', en: 'Tokens' },
  who: { zh: '谁可以', en: 'Who may' },
  parameters: { zh: '参数', en: 'Parameters' },
  fields: { zh: '字段', en: 'Fields' },
  name: { zh: '名称', en: 'Name' },
  type: { zh: '类型', en: 'Type' },
  needed: { zh: '必填', en: 'Required' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  example: { zh: '示例', en: 'Example' },
  answer: { zh: '回答', en: 'Answer' },
  errors: { zh: '可能的错误', en: 'Errors' },
  commands: { zh: '全部命令', en: 'All commands' },
  roles: {
    admin: { zh: '管理员', en: 'administrator' },
    kiosk: { zh: '取号机', en: 'kiosk' },
    windowTerminal: { zh: '窗口终端', en: 'window terminal' },
    padTerminal: { zh: '平板评价器', en: 'tablet pad' },
    stripTerminal: { zh: '条屏终端', en: 'strip terminal' },
    display: { zh: '屏幕', en: 'display' },
    clerk: { zh: '工作人员', en: 'clerk' },
    monitor: { zh: '运维', en: 'monitor' },
    applicant: { zh: '办事人手机', en: 'applicant’s phone' },
  },
  refusalCodes: { zh: '拒绝代码', en: 'Refusal codes' },
} as const;
