// Every text of the gateway: what a request is answered when no rule was asked, in Chinese and English.

export const ERROR_TEXTS = {
  unauthorised: { zh: '未登录或凭证无效', en: 'Not signed in, or the token is not valid' },
  signInFailed: { zh: '工号或密码不正确', en: 'Staff number or password is wrong' },
  tooManyAttempts: { zh: '尝试次数过多，请稍后再试', en: 'Too many attempts; try again later' },
  busy: { zh: '服务器繁忙，请稍后再试', en: 'The server is busy; try again in a moment' },
  forbidden: { zh: '没有权限', en: 'Not allowed for these credentials' },
  notFound: { zh: '没有找到', en: 'Not found' },
  bodyTooLarge: { zh: '请求内容过大', en: 'The request is too large' },
  unsupportedMediaType: { zh: '请求内容须为 application/json', en: 'The content type must be application/json' },
  rangeNotSatisfiable: { zh: '请求的范围超出文件', en: 'The range lies beyond the end of the file' },
  updateKeyMissing: {
    zh: '大厅没有发布公钥，不能接收更新包',
    en: 'The hall has no release key (release-key.pem in its folder updates) and takes no packages',
  },
  updateSignatureWrong: { zh: '更新包签名不正确', en: 'The manifest is not signed with the release key of this hall' },
  updateDiffers: { zh: '该版本已有内容不同的更新包', en: 'There is another package of this version already' },
  updateOffset: { zh: '不是下一段数据', en: 'Not the next piece of the package: ask how much has been received' },
  updateCorrupt: { zh: '更新包已损坏，请重新上传', en: 'The package is not the one that was signed; upload it again' },
  updateNoSpace: { zh: '服务器磁盘空间不足', en: 'The disk of the server is full' },
  badRequest: { zh: '请求格式不正确', en: 'The request is not valid HTTP' },
  internalError: { zh: '系统内部错误', en: 'Internal error' },
} as const satisfies Record<string, { zh: string; en: string }>;

export const FIELD_TEXTS = {
  invalid: (field: string, zhDetail: string, enDetail: string) => ({
    zh: `请求中的 ${field} 不正确：${zhDetail}`,
    en: `The field ${field} is not valid: ${enDetail}`,
  }),
  notJson: { zh: '不是有效的 JSON', en: 'not valid JSON' },
  notConfigured: { zh: '大厅配置中没有', en: 'not in the configuration of the hall' },
  notATopic: { zh: '大厅配置中没有这个主题', en: 'the configuration of the hall knows no such topic' },
};

export const ISSUE_TEXTS = {
  unknownKind: { zh: '不是已知的种类', en: 'not one of the known kinds' },
  oneOf: (fields: readonly string[]) => ({
    zh: `应给出其中一项：${fields.join('、')}`,
    en: `expected one of ${fields.join(', ')}`,
  }),
};

export const PAGES_NOT_BUILT = [
  '页面尚未构建：请在项目目录运行 npm run build，然后刷新本页。',
  'The pages are not built yet: run `npm run build` in the project folder, then reload.',
  '',
].join('\n');

export const LANDING_TEXTS = {
  title: { zh: '叫号系统', en: 'Queue system of this hall' },
  pages: [
    { path: '/board/', zh: '大厅综合屏', en: 'Hall board' },
    { path: '/window-screen/', zh: '窗口屏', en: 'Window screen' },
    { path: '/clerk/', zh: '窗口人员工作台', en: 'Clerk console' },
    { path: '/pad/', zh: '平板评价器', en: 'Evaluation pad' },
    { path: '/health/', zh: '运行状况', en: 'Hall health' },
    { path: '/api/', zh: '接口说明', en: 'API' },
  ],
  tokens: {
    zh: '屏幕和平板评价器的凭证由管理员签发，写在网址的 # 之后，首次打开后由该设备保存；窗口人员用工号和密码签到。',
    en:
      'Displays and tablet pads open with a token that the administrator issues, written after the # of the address and kept by the device; ' +
      'clerks sign in with staff number and password.',
  },
};
