// The phone page in English.
import type { PhoneLanguage } from './zh.ts';

const place = (floor: number, zone: string) => `${zone}, floor ${floor >= 0 ? floor : `B${-floor}`}`;

const en: PhoneLanguage = {
  tag: 'en',
  yourNumber: 'Your number',
  updated: 'Just updated',
  reconnecting: 'Reconnecting',
  asOf: (time) => `As of ${time}`,
  ahead: 'Ahead of you',
  people: (count) => (count === '1' ? '1 person' : `${count} people`),
  atLeast: (count) => `more than ${count}`,
  estimate: 'Estimated wait',
  minutes: (count) => `${count} min`,
  next: 'You are next',
  nextHint: 'Please watch this page and the screens',
  toWindow: 'Window',
  wait: (floor, zone) => `Please wait in ${place(floor, zone)}`,
  silent: 'This page turns yellow when you are called',
  remind: (count) => `You are told when ${count} are ahead`,
  keepOpen: 'Please keep this page open',
  soon: 'It is almost your turn',
  soonHint: 'Please come back to the waiting area',
  noNeed: 'No phone needed: watch the screens',
  goTo: 'Please go to window',
  windowToServe: '',
  goToWindow: (label) => `Please go to window ${label}`,
  calledAgain: 'Called again',
  place,
  acknowledge: 'Got it',
  acknowledged: 'Noted. Please go to the window',
  missedHint: 'Missed? Ask at the desk',
  outcomes: {
    serving: 'Being served',
    servingHint: (label) => `At window ${label}`,
    finished: 'Finished',
    finishedHint: 'Thank you, goodbye',
    missed: 'Missed',
    missedHint: 'Ask at the desk: your number is valid today',
    expired: 'Closed for today',
    expiredHint: 'Numbers are valid for one day: please take a new one next time',
  },
  notices: {
    connecting: 'Connecting',
    connectingHint: 'One moment',
    lost: 'The hall cannot be reached',
    lostHint: 'Reconnecting. Watch the screens: your number is still valid',
    invalid: 'This code is invalid or has expired',
    invalidHint: 'Numbers are valid for one day: see your ticket and the screens',
    outdated: 'This page needs an update',
    outdatedHint: 'Updating, one moment',
  },
};

export default en;
