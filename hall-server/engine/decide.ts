// decide(state, command) -> events or a refusal: every rule, and nothing that remembers, waits, writes or guesses.
import { advanceTime } from './commands/advance-time.ts';
import { closeDay, openDay } from './commands/business-day.ts';
import { callNext } from './commands/call-next.ts';
import { configureHall } from './commands/configure-hall.ts';
import { lapseEvaluation, recordEvaluation, requestEvaluation } from './commands/evaluate.ts';
import { erasePersonalData } from './commands/erase-personal-data.ts';
import { finishServing } from './commands/finish-serving.ts';
import { issueTicket } from './commands/issue-ticket.ts';
import { markMissed } from './commands/mark-missed.ts';
import { pauseWindow, resumeWindow } from './commands/pause-window.ts';
import { confirmTicketPrinted, failTicketPrinting, reprintTicket } from './commands/print-ticket.ts';
import { recall } from './commands/recall.ts';
import { reportDevice } from './commands/report-device.ts';
import { requeueTicket } from './commands/requeue-ticket.ts';
import { seeCall } from './commands/see-call.ts';
import { signIn, signOut } from './commands/sign-in.ts';
import { startServing } from './commands/start-serving.ts';
import type { Context, Decision, EngineCommand } from './decision.ts';
import type { State } from './state.ts';

/** Never changes the state. `context.now` is epoch ms and never before the last event's. */
export function decide(state: State, command: EngineCommand, context: Context): Decision {
  switch (command.type) {
    case 'configureHall':
      return configureHall(state, command);
    case 'openDay':
      return openDay(state, context);
    case 'closeDay':
      return closeDay(state);
    case 'advanceTime':
      return advanceTime(state, context);
    case 'signIn':
      return signIn(state, command, context);
    case 'signOut':
      return signOut(state, command, context);
    case 'issueTicket':
      return issueTicket(state, command, context);
    case 'confirmTicketPrinted':
      return confirmTicketPrinted(state, command);
    case 'failTicketPrinting':
      return failTicketPrinting(state, command);
    case 'reprintTicket':
      return reprintTicket(state, command);
    case 'reportDevice':
      return reportDevice(state, command, context);
    case 'callNext':
      return callNext(state, command, context);
    case 'recall':
      return recall(state, command, context);
    case 'startServing':
      return startServing(state, command, context);
    case 'finishServing':
      return finishServing(state, command, context);
    case 'markMissed':
      return markMissed(state, command, context);
    case 'requeueTicket':
      return requeueTicket(state, command, context);
    case 'pauseWindow':
      return pauseWindow(state, command, context);
    case 'resumeWindow':
      return resumeWindow(state, command, context);
    case 'requestEvaluation':
      return requestEvaluation(state, command, context);
    case 'recordEvaluation':
      return recordEvaluation(state, command, context);
    case 'lapseEvaluation':
      return lapseEvaluation(state, command, context);
    case 'erasePersonalData':
      return erasePersonalData(command);
    case 'seeCall':
      return seeCall(state, command);
  }
}
