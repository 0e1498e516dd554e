// Every word of the template editor: for administrators, Chinese first, English second.
import type { TicketField } from '../terminal/ticket-fields.ts';
import type { Words } from '../terminal/template-texts.ts';

export const EDITOR_TEXTS = {
  title: { zh: '号票版式', en: 'Ticket template' },
  template: { zh: '版式（JSON）', en: 'Template (JSON)' },
  preview: { zh: '预览：按打印机将收到的数据绘制', en: 'Preview, drawn from the bytes that the printer will get' },
  sample: { zh: '示例号票', en: 'Sample ticket' },
  save: { zh: '保存', en: 'Save' },
  mistakes: { zh: '需要修改', en: 'To be mended' },
  fields: { zh: '可用的字段', en: 'Fields' },
  fine: { zh: '版式正确', en: 'The template is right' },
  changedBelow: { zh: '预览为上一次正确的版式', en: 'The preview shows the last template that was right' },
  saved: { zh: '已保存。重新启动终端后生效', en: 'Saved. It is used when the terminal is started again' },
  lost: { zh: '编辑程序已结束，请重新启动', en: 'The editor has ended; start it again' },
  paper: (widthDots: number): Words => ({ zh: `纸宽 ${widthDots} 点`, en: `paper of ${widthDots} dots` }),
  length: (mm: number): Words => ({ zh: `票长约 ${mm} 毫米`, en: `about ${mm} mm of paper` }),
  notJson: (line: number, column: number): Words => ({
    zh: `不是 JSON：第 ${line} 行第 ${column} 列附近（检查引号、逗号、括号）`,
    en: `not JSON, near line ${line}, column ${column}: look at quotes, commas and brackets`,
  }),
  notJsonAtAll: { zh: '不是 JSON：内容不完整', en: 'not JSON: it ends too early' },
  block: (index: number): string => `第 ${index + 1} 块`,
  /** `sample`: with whose texts it is so; null where the text is the same on every ticket. */
  tooWide: (over: number, columns: number, sample: Words | null): Words => ({
    zh: `${sample === null ? '' : `在“${sample.zh}”示例中`}比纸宽多 ${over} 列（此字号每行 ${columns} 列，一个汉字占 2 列），会折行`,
    en: `${over} columns more than the paper has${sample === null ? '' : ` on the sample “${sample.en}”`} (${columns} to a line at this size, a Chinese character takes 2): it is broken over several lines`,
  }),
  noLogo: {
    zh: '版式有徽标块，但打印机设置中没有 logoFile，号票上不会有徽标',
    en: 'the template has a logo, the printer’s settings name no logoFile: tickets will have none',
  },
  cannotPrint: (reason: string): Words => ({ zh: `无法打印：${reason}`, en: `cannot be printed: ${reason}` }),
  notNamed: (file: string): Words => ({
    zh: `还需在 terminal.json 中写入 "ticketTemplate": "${file}"`,
    en: `terminal.json must still say "ticketTemplate": "${file}"`,
  }),
  usage: {
    zh: '用法：npm run ticket-template -- --config terminal.json [--port 端口]',
    en: 'Usage: npm run ticket-template -- --config terminal.json [--port PORT]',
  },
  open: { zh: '在浏览器中打开', en: 'Open in a browser' },
} as const;

export const FIELD_TEXTS: Readonly<Record<TicketField, Words>> = {
  hallName: { zh: '大厅名称', en: 'name of the hall' },
  ticketNumber: { zh: '票号', en: 'ticket number' },
  serviceName: { zh: '业务名称', en: 'service item, or queue' },
  queueName: { zh: '队列名称', en: 'queue' },
  zoneName: { zh: '等候区', en: 'zone' },
  floor: { zh: '楼层', en: 'floor' },
  peopleAhead: { zh: '前面人数', en: 'people ahead' },
  waitMinutes: { zh: '预计等候分钟，可为空', en: 'minutes to wait; may be empty' },
  issuedAt: { zh: '取号时间', en: 'time of issue' },
  channel: { zh: '取号方式', en: 'channel' },
  complaintPhone: { zh: '投诉电话，可为空', en: 'complaint phone; may be empty' },
  state: { zh: 'waiting called serving missed', en: 'state' },
  attempt: { zh: '第几次打印', en: 'number of the printing' },
  isReprint: { zh: '补打时为 yes', en: 'yes for a reprint' },
  isPriority: { zh: '优先时为 yes', en: 'yes for priority' },
  isNext: { zh: '下一位时为 yes', en: 'yes for the next' },
  phoneLink: { zh: '手机页链接，供二维码；可为空', en: 'link of the phone page, for a QR; may be empty' },
};

export const SAMPLE_TEXTS = {
  first: { zh: '普通号票', en: 'ordinary' },
  priority: { zh: '优先、名称很长', en: 'priority, long names' },
  free: { zh: '窗口空闲', en: 'a window is free' },
  next: { zh: '下一位', en: 'the next' },
  phone: { zh: '带手机页二维码', en: 'with the phone page’s QR' },
  reprint: { zh: '补打', en: 'reprint' },
  called: { zh: '补打时已被呼叫', en: 'reprint, called' },
  missed: { zh: '补打时已过号', en: 'reprint, missed' },
} as const satisfies Record<string, Words>;
