// Which window, who, in what state; and whether all of this may be believed.
import { CircleDot, Coffee, DoorOpen, Lock, LogOut, Megaphone, TabletSmartphone, Wifi, WifiOff } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useHallClock } from '@jiaohao/look/clock';
import type { ClerkCalls, WindowPhase } from '@jiaohao/contracts/views';
import { dropPointerFocus } from '../ui/action-button.tsx';
import type { HallSnapshot } from '../ui/hall-connection.ts';
import { PHASE_TEXTS, TEXTS } from '../texts.ts';
import { isPaused } from './actions.ts';
import type { DeviceLine } from './device-lines.ts';
import type { ConsoleControls } from './use-console.ts';

const PHASE_ICONS = {
  closed: Lock,
  free: DoorOpen,
  called: Megaphone,
  serving: CircleDot,
  paused: Coffee,
} as const satisfies Record<WindowPhase, LucideIcon>;

interface TopBarProps {
  readonly hall: HallSnapshot;
  readonly calls: ClerkCalls;
  readonly timeZone: string;
  readonly devices: readonly DeviceLine[];
  readonly controls: ConsoleControls;
}

export function TopBar({ hall, calls, timeZone, devices, controls }: TopBarProps): ReactElement {
  const clock = useHallClock(hall.clockOffsetMs, timeZone);
  const phase = isPaused(calls) ? 'paused' : calls.phase;
  const PhaseIcon = PHASE_ICONS[phase];
  const isConnected = hall.link === 'connected';
  return (
    <header className="top-bar">
      <h1 className="top-window">{TEXTS.windowOf(calls.windowLabel)}</h1>
      <span className="top-clerk">{[calls.staffName, calls.staffNo].filter((part) => part !== null).join(' · ')}</span>
      <span className={`phase-chip phase-${phase}`}>
        <PhaseIcon size={20} aria-hidden />
        {PHASE_TEXTS[phase]}
      </span>
      <button
        type="button"
        className="quiet-button"
        aria-disabled={!isConnected}
        onClick={(event) => {
          dropPointerFocus(event);
          if (isConnected) controls.signOut();
        }}
      >
        <LogOut size={20} aria-hidden />
        {TEXTS.signOut}
      </button>
      <span className="top-gap" />
      <span className={isConnected ? 'top-state' : 'top-state top-state-bad'} role="status">
        {isConnected ? <Wifi size={20} aria-hidden /> : <WifiOff size={20} aria-hidden />}
        {linkText(hall)}
      </span>
      {isConnected &&
        devices.map((device) => (
          <span key={device.key} className="top-state">
            <TabletSmartphone size={20} aria-hidden />
            {device.text}
          </span>
        ))}
      <time className="number top-clock">{clock.time}</time>
    </header>
  );
}

function linkText({ link }: HallSnapshot): string {
  if (link === 'connected') return TEXTS.link.connected;
  return link === 'connecting' ? TEXTS.link.connecting : TEXTS.link.lost;
}
