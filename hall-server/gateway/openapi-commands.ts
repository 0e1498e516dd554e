// What each command is for, who sends it as a rule, and one example that the hall would understand.
import type { CommandInput, CommandType } from '@jiaohao/contracts/commands';
import type { Bilingual } from '@jiaohao/contracts/ids';

export interface CommandGuide {
  readonly text: Bilingual;
  readonly example: CommandInput;
}

const CONFIG_EXAMPLE: CommandInput = {
  type: 'configureHall',
  config: {
    hall: { hallId: 'anhe', name: { zh: '安和市政务服务大厅', en: 'Anhe Government Service Hall' } },
    zones: [{ zoneId: 'a', name: { zh: 'A 区', en: 'Area A' }, floor: 1 }],
    queues: [{ queueId: 'general', name: { zh: '综合', en: 'General' }, prefix: 'A', zoneId: 'a' }],
    serviceItems: [{ serviceItemId: 'pension', name: { zh: '养老', en: 'Pension' }, queueId: 'general' }],
    windows: [{ windowId: 'w01', label: '1', zoneId: 'a', queueIds: ['general'] }],
    hours: { monday: [{ opens: '08:30', closes: '17:30' }] },
    terminals: [{ terminalId: 'kiosk-1', role: 'kiosk', zoneId: 'a' }],
    displays: [{ displayId: 'board-hall', kind: 'board', zoneId: null }],
    staff: [{ staffNo: '0316', name: '李文静' }],
  },
};
const atWindow = { windowId: 'w01' };

export const COMMAND_GUIDES: Readonly<Record<CommandType, CommandGuide>> = {
  configureHall: {
    text: { zh: '设置或更换大厅配置', en: 'Sets or replaces the configuration of the hall' },
    example: CONFIG_EXAMPLE,
  },
  openDay: { text: { zh: '开始今天的营业', en: 'Opens the business day by hand' }, example: { type: 'openDay' } },
  closeDay: {
    text: { zh: '结束今天的营业，未办结的号全部失效', en: 'Closes the business day; open tickets expire' },
    example: { type: 'closeDay' },
  },
  signIn: {
    text: { zh: '工作人员在窗口签到', en: 'A clerk signs in at a window' },
    example: { type: 'signIn', ...atWindow, staffNo: '0316' },
  },
  signOut: { text: { zh: '签退', en: 'Signs the clerk of a window out' }, example: { type: 'signOut', ...atWindow } },
  issueTicket: {
    text: { zh: '取号：给出事项或队列', en: 'Issues a ticket for a service item or a queue' },
    example: { type: 'issueTicket', serviceItemId: 'pension', notAfter: 1_795_323_600_000 },
  },
  confirmTicketPrinted: {
    text: { zh: '号票已打印', en: 'The ticket has been printed' },
    example: { type: 'confirmTicketPrinted', ticketId: 42, attempt: 1 },
  },
  failTicketPrinting: {
    text: { zh: '号票没有打印出来，号码仍有效', en: 'The ticket was not printed; the number stays valid' },
    example: { type: 'failTicketPrinting', ticketId: 42, attempt: 1, failure: 'notPrinted', code: 'paperOut' },
  },
  reprintTicket: {
    text: { zh: '补打号票，号码不变', en: 'Asks for another printing of the same number' },
    example: { type: 'reprintTicket', ticketId: 42 },
  },
  reportDevice: {
    text: { zh: '终端报告设备状态', en: 'A terminal tells how a device of its own is' },
    example: { type: 'reportDevice', device: { kind: 'ticketPrinter', state: 'fault', code: 'paperOut' } },
  },
  callNext: {
    text: { zh: '呼叫下一位：先了结当前号码', en: 'Calls the next; closes what is open at the window first' },
    example: { type: 'callNext', ...atWindow, openTicketId: 42 },
  },
  recall: { text: { zh: '重呼当前号码', en: 'Calls the same number again' }, example: { type: 'recall', ...atWindow } },
  startServing: {
    text: { zh: '开始办理', en: 'The applicant is at the window' },
    example: { type: 'startServing', ...atWindow },
  },
  finishServing: {
    text: { zh: '办理完成，请求评价', en: 'Finishes the ticket and requests its evaluation' },
    example: { type: 'finishServing', ...atWindow },
  },
  markMissed: {
    text: { zh: '过号', en: 'Marks the called ticket as missed' },
    example: { type: 'markMissed', ...atWindow },
  },
  requeueTicket: {
    text: { zh: '过号重排', en: 'Puts a missed ticket back in line' },
    example: { type: 'requeueTicket', ticketId: 42 },
  },
  pauseWindow: {
    text: { zh: '暂停服务', en: 'Pauses a window' },
    example: { type: 'pauseWindow', ...atWindow, reason: 'meal' },
  },
  resumeWindow: {
    text: { zh: '恢复服务', en: 'Resumes a paused window' },
    example: { type: 'resumeWindow', ...atWindow },
  },
  requestEvaluation: {
    text: { zh: '请求评价', en: 'Asks the applicant for a rating, or once more' },
    example: { type: 'requestEvaluation', ...atWindow },
  },
  recordEvaluation: {
    text: { zh: '记录评价，5 为非常满意', en: 'Records a rating; 5 is best' },
    example: { type: 'recordEvaluation', ticketId: 42, rating: 2, reasons: [209] },
  },
  lapseEvaluation: {
    text: { zh: '评价超时', en: 'The time for a rating is over' },
    example: { type: 'lapseEvaluation', evaluationId: 57 },
  },
  erasePersonalData: {
    text: {
      zh: '应本人要求删除个人数据：按证件号码、号票（日期和号码），或只删除一次评价的文字',
      en: 'Erases a person’s data on request: by the number of a paper, by a ticket, or one free text alone',
    },
    example: { type: 'erasePersonalData', of: { ticket: { businessDay: '2026-11-23', ticketNumber: 'A012' } } },
  },
};
