// The displays in English.
import type { DisplayLanguage } from './zh.ts';

const en: DisplayLanguage = {
  tag: 'en',
  number: 'Number',
  toWindow: 'Window',
  windowSuffix: '',
  business: 'Business',
  waiting: 'Waiting',
  estimate: 'About',
  free: 'Free',
  aboutMinutes: (minutes) => `${minutes} min`,
  notice: 'Please wait and watch the screens.',
  missedNotice: 'Missed? Ask at the desk',
  ticketingStopped: 'No tickets now. Numbers already taken will be called.',
  closed: 'Closed now',
  noCalls: 'No calls yet',
  call: {
    please: 'Number',
    toWindow: 'Window',
    again: 'Called again',
    sentence: (number, window) => `Number ${number}, please go to window ${window}`,
  },
  interrupted: 'Link lost',
  stale: {
    title: 'Display paused',
    todo: 'Display paused. Watch the window screens or ask at the desk.',
    lastUpdate: 'Last update',
    asOf: (time) => `As of ${time}, may have changed`,
    valid: 'Your number is still valid.',
  },
  obstacle: {
    unauthorised: 'This display is not registered. Please tell the administrator.',
    protocolMismatch: 'This display and the server differ in version. Updating.',
    notPlaced: 'This display has no place in the configuration. Please tell the administrator.',
  },
  window: {
    word: 'Window',
    name: (label) => `Window ${label}`,
    betweenServices: ' ・ ',
    moreServices: 'and more',
    staff: (staffNo) => `Staff No. ${staffNo}`,
    comeHere: 'Please come here',
    serving: 'Serving',
    free: 'Free',
    paused: 'Service suspended',
    closed: 'Closed',
    getReady: 'Get ready',
    staleTitle: 'Display paused',
    staleTodo: 'Display paused. Listen to the staff or ask at the desk.',
  },
};

export default en;
