// The shell's own pages in Chinese.
import type { ShellLanguage } from '../language-file.ts';

const zh: ShellLanguage = {
  tag: 'zh-CN',
  staff: {
    window: '工作人员',
    title: '工作人员：输入密码',
    erase: '清除',
    stay: '返回',
    leave: '退出',
    selfTest: '设备自检',
    wrongPin: '密码不正确',
    blocked: (seconds) => `请 ${seconds} 秒后再试`,
    noPin: '本机未设置密码',
    sandboxOff: '沙箱未启用，请安装 deb 包',
    failed: '程序没有应答，请再试',
  },
  setUp: {
    window: '终端首次设置',
    keys: '屏幕键盘',
    shift: '大写',
    erase: '删除',
    next: '下一项',
    close: '关闭程序',
    checking: '正在与大厅核对…',
    failed: '程序没有应答，请再试',
  },
};
export default zh;
