// Every word of the first-start page that is not the form's own.

export const SET_UP_TEXTS = {
  keys: '屏幕键盘 Keys on the glass',
  shift: '大写 Shift',
  erase: '删除 Erase',
  next: '下一项 Next',
  close: '关闭程序 Close the program',
  checking: '正在与大厅核对… Checking with the hall …',
  failed: '程序没有应答，请再试 No answer, try again',
} as const;
