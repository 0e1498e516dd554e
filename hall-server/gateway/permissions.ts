// Who may ask for what and see what. A table of roles; that a clerk acts only at his own window is a rule of the engine.
import { commandSchemas } from '@jiaohao/contracts/commands';
import type { Command, CommandType } from '@jiaohao/contracts/commands';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { Principal } from '@jiaohao/contracts/principal';
import { TOPIC_KINDS } from '@jiaohao/contracts/views';
import type { Topic, TopicKind } from '@jiaohao/contracts/views';
import type { Directory } from './directory.ts';

/** `nobody`: a good token whose terminal, display or clerk the configuration no longer knows. */
export type Role =
  | 'admin'
  | 'kiosk'
  | 'windowTerminal'
  | 'padTerminal'
  | 'stripTerminal'
  | 'display'
  | 'clerk'
  | 'monitor'
  | 'applicant'
  | 'nobody';

const COMMANDS: Readonly<Record<Role, readonly CommandType[]>> = {
  admin: Object.keys(commandSchemas) as CommandType[],
  kiosk: ['issueTicket', 'confirmTicketPrinted', 'failTicketPrinting', 'reprintTicket', 'reportDevice'],
  windowTerminal: [
    'reportDevice',
    'recordEvaluation',
    'lapseEvaluation',
    // The keys of a call pad: for the clerk who is signed in there, at the terminal's own window (rules Q4, Q26).
    'callNext',
    'recall',
    'startServing',
    'finishServing',
    'markMissed',
    'pauseWindow',
    'resumeWindow',
    'requestEvaluation',
  ],
  padTerminal: ['recordEvaluation', 'lapseEvaluation'],
  stripTerminal: ['reportDevice'],
  display: [],
  clerk: [
    'signIn',
    'signOut',
    'callNext',
    'recall',
    'startServing',
    'finishServing',
    'markMissed',
    'requeueTicket',
    'pauseWindow',
    'resumeWindow',
    'requestEvaluation',
  ],
  monitor: [],
  applicant: [],
  nobody: [],
};

const TOPICS: Readonly<Record<Role, readonly TopicKind[]>> = {
  admin: TOPIC_KINDS,
  kiosk: ['kiosk'],
  // The status: how many wait, for the pad's display.
  windowTerminal: ['windowTerminal', 'clerkStatus'],
  padTerminal: ['pad'],
  stripTerminal: ['windows', 'windowScreenCalls'],
  display: ['boardCalls', 'boardStatus', 'windowScreenCalls', 'windowScreenStatus'],
  clerk: ['clerkCalls', 'clerkStatus', 'windows'],
  monitor: [],
  applicant: ['ticket', 'queueProgress'],
  nobody: [],
};

const TERMINAL_ROLES = {
  kiosk: 'kiosk',
  window: 'windowTerminal',
  pads: 'windowTerminal',
  pad: 'padTerminal',
  strip: 'stripTerminal',
} as const;

export function roleOf(who: Principal, directory: Directory): Role {
  switch (who.kind) {
    case 'admin':
      return 'admin';
    case 'terminal': {
      const role = directory.terminals.get(who.terminalId)?.role;
      if (role === undefined) return 'nobody';
      return TERMINAL_ROLES[role];
    }
    case 'display':
      return directory.displays.has(who.displayId) ? 'display' : 'nobody';
    case 'clerk':
      return directory.staff.has(who.staffNo) ? 'clerk' : 'nobody';
    case 'monitor':
      return 'monitor';
    case 'applicant':
      return 'applicant';
    case 'hall':
      return 'nobody';
  }
}

/** Whose tokens a command is for; the rules of the engine narrow it further. */
export function rolesFor(type: CommandType): Role[] {
  return (Object.keys(COMMANDS) as Role[]).filter((role) => COMMANDS[role].includes(type));
}

export function mayCommand(who: Principal, command: Command, directory: Directory): boolean {
  if (!COMMANDS[roleOf(who, directory)].includes(command.type)) return false;
  const signsSomebodyIn = who.kind === 'clerk' && command.type === 'signIn';
  return !signsSomebodyIn || command.staffNo === who.staffNo;
}

export function mayWatch(who: Principal, topic: Topic, directory: Directory): boolean {
  const { kind, id } = splitTopic(topic);
  const role = roleOf(who, directory);
  if (!TOPICS[role].includes(kind)) return false;
  if (who.kind === 'applicant') return id === (kind === 'ticket' ? String(who.ticketId) : who.queueId);
  if (who.kind !== 'terminal' || role === 'kiosk' || kind === 'windows') return true;
  return windowsOf(directory.terminals.get(who.terminalId)).includes(id);
}

/** `boardCalls/hall` -> its two parts. Total on what the Topic schema lets through. */
export function splitTopic(topic: Topic): { readonly kind: TopicKind; readonly id: string } {
  const slash = topic.indexOf('/');
  return { kind: topic.slice(0, slash) as TopicKind, id: topic.slice(slash + 1) };
}

/** The windows that a terminal at windows serves; what is elsewhere is not its to see. */
function windowsOf(terminal: HallConfig['terminals'][number] | undefined): readonly string[] {
  if (terminal === undefined || terminal.role === 'kiosk') return [];
  return terminal.role === 'window' || terminal.role === 'pad' ? [terminal.windowId] : terminal.windowIds;
}
