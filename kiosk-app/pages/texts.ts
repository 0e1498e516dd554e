// Every word on the kiosk's pages, Chinese and English. Refusals bring their own words from the hall.
import type { Bilingual } from '@jiaohao/contracts/ids';

export type Language = 'zh' | 'en';

export const LANG_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

export const texts = {
  button: {
    back: { zh: '返回', en: 'Back' },
    home: { zh: '返回首页', en: 'Home' },
    help: { zh: '人工帮助', en: 'Ask staff' },
    toEnglish: { zh: '英文', en: 'English' },
    toChinese: { zh: '中文', en: 'Chinese' },
    goOn: { zh: '继续', en: 'Continue' },
    done: { zh: '完成', en: 'Done' },
    seconds: { zh: '{n} 秒', en: '{n} s' },
    noPaper: { zh: '没出票', en: 'No ticket?' },
    printAgain: { zh: '再打印', en: 'Print again' },
    remembered: { zh: '我记住了', en: 'Done' },
    tryAgain: { zh: '再试一次', en: 'Try again' },
    useCard: { zh: '刷身份证', en: 'Use ID card' },
    previousPage: { zh: '上一页', en: 'Previous' },
    nextPage: { zh: '下一页', en: 'Next' },
  },
  start: {
    greeting: { zh: '您好，请取号', en: 'Welcome to self-service ticketing' },
    waiting: { zh: '等候人数', en: 'Waiting' },
    averageWait: { zh: '平均等候', en: 'Average wait' },
    hallNow: { zh: '大厅现在', en: 'Hall now' },
    load: {
      quiet: { zh: '较空闲', en: 'Quiet' },
      steady: { zh: '适中', en: 'Steady' },
      busy: { zh: '较繁忙', en: 'Busy' },
    },
    people: { zh: '人', en: 'people' },
    onePerson: { zh: '人', en: 'person' },
    minutes: { zh: '分钟', en: 'min' },
    none: { zh: '暂无', en: 'None yet' },
    free: { zh: '空闲', en: 'Free' },
    oneKey: { zh: '一键取号', en: 'One-tap ticket' },
    oneKeyNote: { zh: '不用选业务，综合窗口办理', en: 'No choosing: general windows' },
    chooseItem: { zh: '选择业务取号', en: 'Choose your business' },
    cardHint: { zh: '带了身份证？直接放在下方读卡器上', en: 'Or just lay your ID card on the reader below' },
    cardLies: { zh: '读卡器上有身份证，请先拿走', en: 'A card lies on the reader; please take it away first' },
    cardThenItem: { zh: '带了身份证？放上后再选业务', en: 'With an ID card: lay it down, then choose' },
    onScreenOnly: { zh: '{trouble}，号码将显示在屏幕上', en: '{trouble}; your number will be shown on screen' },
  },
  choose: {
    question: { zh: '请选择您要办理的业务', en: 'Please choose your business' },
    cardLaid: { zh: '身份证已放好，选择后直接出号', en: 'Your card is on the reader; choose and your number comes' },
    waiting: { zh: '等候 {n} 人', en: '{n} waiting' },
    nobodyWaiting: { zh: '无人等候', en: 'nobody waiting' },
    aboutMinutes: { zh: '约 {n} 分钟', en: 'about {n} min' },
    freeWindow: { zh: '窗口空闲', en: 'A window is free' },
    freeNoWait: { zh: '无需等候', en: 'no wait' },
    noItems: { zh: '暂无可取号的业务，请到咨询引导台', en: 'Nothing to choose now; please ask at the desk' },
  },
  card: {
    question: { zh: '请将身份证放置于\u200b读卡器上', en: 'Please place your ID card on the reader' },
    readingArea: { zh: '读卡区', en: 'Reader' },
    waiting: { zh: '正在等待身份证…', en: 'Waiting for your card' },
    layAgain: { zh: '读卡操作失败！请重新放上卡片。', en: 'Reading failed. Please place the card again' },
    unsupported: { zh: '不能识别这张卡，请放上身份证', en: 'This card is not known. Please place an ID card' },
    cardGone: { zh: '请重新放上身份证', en: 'Please place your card again' },
    liftFirst: { zh: '请拿起身份证，重新放上', en: 'Please lift the card and place it again' },
    without: { zh: '如未带身份证请点击此按钮', en: 'Tap here if you do not have your ID card' },
    goOnWithout: { zh: '不刷身份证，继续取号', en: 'Go on without an ID card' },
    privacy: {
      zh: '姓名和证件号码不会出现在大屏和号票上',
      en: 'Your name and ID number are never shown on boards or tickets',
    },
  },
  reader: {
    starting: { zh: '读卡器正在准备，请稍候', en: 'The card reader is getting ready' },
    fault: { zh: '读卡器故障，暂时不能刷身份证', en: 'The card reader does not work at the moment' },
    absent: { zh: '本机没有读卡器', en: 'This kiosk has no card reader' },
    question: { zh: '现在不能刷身份证', en: 'ID cards cannot be read now' },
    canGoOn: { zh: '该业务可以不刷身份证取号', en: 'This business gives numbers without a card' },
    mustAsk: { zh: '该业务需要刷身份证，请到咨询引导台取号', en: 'This business needs a card; please go to the desk' },
    needsCard: { zh: '需刷身份证，暂不可用', en: 'Needs an ID card: not available' },
    oneKeyWithout: { zh: '不刷身份证也可以取号', en: 'Works without an ID card' },
    oneKeyOff: { zh: '读卡器故障，不可用', en: 'Card reader out of order: not available' },
  },
  busy: {
    taking: { zh: '正在取号，请稍候', en: 'One moment' },
    printing: { zh: '正在出票，请稍候', en: 'Printing, please wait' },
    stillWorking: { zh: '请勿重复取号', en: 'Still working; please do not tap again' },
    loading: { zh: '正在启动，请稍候', en: 'Starting, please wait' },
  },
  ticket: {
    take: { zh: '请取走您的号票', en: 'Please take your ticket' },
    takeWithCard: { zh: '请取走号票和身份证', en: 'Please take your ticket and your ID card' },
    number: { zh: '您的号码', en: 'Your number' },
    ahead: { zh: '您前面还有', en: 'Ahead of you' },
    peopleWaiting: { zh: '人等候', en: 'waiting' },
    nobodyAhead: { zh: '前面没有人', en: 'Nobody ahead' },
    youAreNext: { zh: '您是下一位', en: 'You are next' },
    estimate: { zh: '预计等候约', en: 'Estimated wait' },
    freeWindow: { zh: '当前窗口空闲，请直接到窗口办理', en: 'A window is free, please go straight there' },
    called: { zh: '您的号码已被呼叫，请看大屏', en: 'Your number has been called; see the screens' },
    missed: { zh: '您已过号，请到服务台', en: 'You were missed; ask at the desk' },
    place: {
      zh: '请到 {floor} 楼 {zone}等候区等候，看大屏叫号',
      en: 'Please wait in {zone}, floor {floor}, and watch the screens',
    },
    slot: { zh: '号票从下方出口取', en: 'Your ticket is in the slot below' },
    priority: { zh: '优先', en: 'Priority' },
  },
  trouble: {
    title: { zh: '号票没有打印出来，您的号码有效', en: 'Not printed – your number is valid' },
    titleMissing: { zh: '没有拿到号票？您的号码有效', en: 'No ticket? Your number is valid' },
    titleUnknown: { zh: '号票可能没有打印完，您的号码有效', en: 'Maybe not fully printed – your number is valid' },
    where: { zh: '去哪里等', en: 'Where to wait' },
    placeShort: { zh: '{floor} 楼 {zone}', en: 'Floor {floor}, {zone}' },
    unknown: { zh: '可能没有印全，需要时请点再打印', en: 'It may be half printed; Print again gives a whole one' },
    missing: { zh: '出口没有号票？请点再打印，号码不变', en: 'Nothing in the slot? Tap Print again; the number stays' },
    noAnswer: { zh: '服务器没有回应，请稍后再打印', en: 'The server did not answer; please print again later' },
    remember: { zh: '请记住号码，或请工作人员写下来', en: 'Remember the number, or ask staff to write it down' },
  },
  printer: {
    paperOut: { zh: '打印机缺纸', en: 'Printer out of paper' },
    coverOpen: { zh: '打印机盖没有合上', en: 'Printer cover open' },
    cutterError: { zh: '打印机切纸故障', en: 'Printer cutter fault' },
    lost: { zh: '打印机连接中断', en: 'Printer not connected' },
    fault: { zh: '打印机故障', en: 'Printer fault' },
    told: { zh: '{trouble}，已通知工作人员', en: '{trouble}; staff have been told' },
    tellStaff: { zh: '{trouble}，请联系工作人员', en: '{trouble}; please tell staff' },
  },
  closed: {
    question: { zh: '不在取号时间', en: 'Outside ticket hours' },
    sorry: {
      zh: '当前时间段不能取号，给您带来不便敬请谅解。',
      en: 'Tickets are not available at this time; sorry for the inconvenience.',
    },
    hoursToday: { zh: '今日取号时间', en: 'Ticket hours today' },
    noHours: { zh: '今天不取号', en: 'No tickets today' },
    morning: { zh: '上午', en: 'a.m.' },
    afternoon: { zh: '下午', en: 'p.m.' },
    allDay: { zh: '全天', en: 'all day' },
  },
  outOfService: {
    linkLost: { zh: '服务器连接失败，暂时不能取号', en: 'Connection to the server failed; no tickets for now' },
    terminalLost: { zh: '设备故障，请到人工服务台', en: 'Out of order, please go to the service desk' },
    goToDesk: { zh: '请到咨询引导台取号', en: 'Please get your number at the service desk' },
    comesBack: { zh: '恢复后，本页会自动返回', en: 'This page comes back by itself' },
  },
  refusal: {
    held: { zh: '没有号票了？可以再打印，号码不变', en: 'Lost the ticket? Print it again; the number stays' },
    askDesk: { zh: '如有疑问，请到咨询引导台', en: 'Any questions? Please ask at the service desk' },
    useCard: { zh: '请刷身份证取号；没带请到咨询引导台', en: 'Use your ID card; without one, go to the desk' },
    otherHours: { zh: '请在取号时间再来，或到咨询引导台询问', en: 'Come back in ticket hours, or ask at the desk' },
    again: { zh: '请返回首页，重新取号', en: 'Please go back to the start and try again' },
  },
  noAnswer: {
    question: { zh: '服务器没有回应，暂时没有得到号码', en: 'The server did not answer; no number yet' },
    tryAgain: { zh: '请再试一次，不会重复取号', en: 'Please try again; you will not get two numbers' },
    reprintQuestion: { zh: '服务器没有回应，号票没有打印', en: 'The server did not answer; nothing was printed' },
    reprintAgain: { zh: '请再试一次，号码不变', en: 'Please try again; the number stays' },
    orDesk: { zh: '仍然不行，请到咨询引导台', en: 'If it still fails, please go to the service desk' },
  },
  help: {
    question: { zh: '工作人员可以帮您取号', en: 'Staff can take a number for you' },
    goToDesk: { zh: '请到咨询引导台', en: 'Please go to the service desk' },
    orStaff: { zh: '或者招呼身边的工作人员', en: 'Or speak to any staff member near you' },
  },
  idle: {
    seconds: { zh: '{n} 秒后返回首页', en: 'Back to start in {n} s' },
    question: { zh: '页面即将返回首页，是否继续？', en: 'Returning to start, continue?' },
  },
} as const satisfies Record<string, Record<string, Bilingual | Record<string, Bilingual>>>;

/** Puts values into the `{name}` places of both languages; a value may differ by language. */
export function fill(text: Bilingual, values: Readonly<Record<string, Bilingual | string | number>>): Bilingual {
  return { zh: fillOne(text.zh, values, 'zh'), en: fillOne(text.en, values, 'en') };
}

function fillOne(
  text: string,
  values: Readonly<Record<string, Bilingual | string | number>>,
  language: Language,
): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
