// Every word of the staff page.

export const STAFF_TEXTS = {
  title: '工作人员：输入密码 Staff: enter the PIN',
  erase: '清除 Clear',
  stay: '返回 Back',
  leave: '退出 Leave',
  selfTest: '设备自检 Self-test',
  wrongPin: '密码不正确 Wrong PIN',
  blocked: (seconds: number): string => `请 ${seconds} 秒后再试 Try again in ${seconds} s`,
  noPin: '本机未设置密码 No PIN is set up on this machine',
  failed: '程序没有应答，请再试 No answer, try again',
} as const;
