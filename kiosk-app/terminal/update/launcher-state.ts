// Which version of the terminal is started: a pure machine, so that every interruption can be tried. docs/decisions/0003-packaging.md
import { z } from 'zod';
import { compareVersions, ReleaseVersion, UpdateFailure } from '@jiaohao/contracts/updates';

export const LauncherState = z.strictObject({
  /** Has once been healthy on this machine, or came with the installer. */
  current: ReleaseVersion,
  /** The one before; kept on disk. */
  previous: ReleaseVersion.nullable(),
  /** A new version under trial. Written before it is started: whatever happens then, the next start knows. */
  trial: z.strictObject({ version: ReleaseVersion, starts: z.int().min(1) }).nullable(),
  /** Given back; never tried again. Newest last. */
  rejected: z.array(z.strictObject({ version: ReleaseVersion, failure: UpdateFailure })),
});
export type LauncherState = z.infer<typeof LauncherState>;

export type LauncherEvent =
  /** A program is about to be started; `ready` is the version that lies unpacked and checked, if any. */
  | { readonly type: 'starting'; readonly ready: ReleaseVersion | null }
  /** The version under trial says that it is well. */
  | { readonly type: 'healthy' }
  /** The version under trial is given back. */
  | { readonly type: 'trialFailed'; readonly failure: UpdateFailure }
  /** The current version's own files are gone: the one before is left, or what the installer brought. */
  | { readonly type: 'currentCannotStart'; readonly factory: ReleaseVersion };

/** A power cut during a trial is not the version's fault; two in a row are. */
export const TRIAL_STARTS_MAX = 2;
/** More are never looked at: the hall offers newer ones only. */
const REJECTED_MAX = 20;

export function firstState(factory: ReleaseVersion): LauncherState {
  return { current: factory, previous: null, trial: null, rejected: [] };
}

export function nextState(state: LauncherState, event: LauncherEvent): LauncherState {
  switch (event.type) {
    case 'starting':
      return beforeStart(state, event.ready);
    case 'healthy':
      if (state.trial === null) return state;
      return { ...state, current: state.trial.version, previous: state.current, trial: null };
    case 'trialFailed':
      return state.trial === null ? state : rejectTrial(state, state.trial.version, event.failure);
    case 'currentCannotStart':
      return withoutCurrent(state, event.factory);
  }
}

/** What to start in this state. */
export function versionToStart(state: LauncherState): { readonly version: ReleaseVersion; readonly isTrial: boolean } {
  return state.trial === null
    ? { version: state.current, isTrial: false }
    : { version: state.trial.version, isTrial: true };
}

/** Newer than what runs and not given back: the same rule for what is fetched and for what is tried. */
export function mayTake(state: LauncherState, version: ReleaseVersion): boolean {
  return compareVersions(version, state.current) > 0 && !state.rejected.some((each) => each.version === version);
}

/** An installer that brought a newer version than the current one wins over whatever updates did. */
export function withFactory(state: LauncherState, factory: ReleaseVersion): LauncherState {
  if (compareVersions(factory, state.current) <= 0) return state;
  return { ...state, current: factory, previous: state.current, trial: null };
}

/** Versions whose folders must stay. */
export function keptVersions(state: LauncherState): ReleaseVersion[] {
  const kept = [state.current, state.previous, state.trial?.version ?? null];
  return kept.filter((version) => version !== null);
}

function beforeStart(state: LauncherState, ready: ReleaseVersion | null): LauncherState {
  if (state.trial !== null) {
    const { version, starts } = state.trial;
    if (starts >= TRIAL_STARTS_MAX) return rejectTrial(state, version, 'interrupted');
    return { ...state, trial: { version, starts: starts + 1 } };
  }
  if (ready === null || !mayTake(state, ready)) return state;
  return { ...state, trial: { version: ready, starts: 1 } };
}

/** Nothing but the installer's own version: then there is nothing to go back to, and it is tried again. */
function withoutCurrent(state: LauncherState, factory: ReleaseVersion): LauncherState {
  const next = state.previous ?? factory;
  if (next === state.current) return state;
  return reject({ ...state, current: next, previous: null }, state.current, 'cannotStart');
}

function rejectTrial(state: LauncherState, version: ReleaseVersion, failure: UpdateFailure): LauncherState {
  return reject({ ...state, trial: null }, version, failure);
}

function reject(state: LauncherState, version: ReleaseVersion, failure: UpdateFailure): LauncherState {
  const others = state.rejected.filter((each) => each.version !== version);
  return { ...state, rejected: [...others, { version, failure }].slice(-REJECTED_MAX) };
}
