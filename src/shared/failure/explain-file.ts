import { type Explanation, say } from './explanation'
import { assertNever, type Failure } from './failure'
import { quoted } from '../text'

const kinds = [
  'unfit-file',
  'no-workspace',
  'not-looked-at',
  'no-file',
  'workspace-damaged',
  'workspace-in-use',
  'shown-only',
  'overwritten',
  'gone',
  'unfit-name',
  'other-site',
  'map-not-ready',
  'arguments',
] as const
export type OfFile = Extract<Failure, { kind: (typeof kinds)[number] }>

export const isOfFile = (failure: Failure): failure is OfFile =>
  kinds.some((kind) => kind === failure.kind)

/** What is wrong with a file, or with what was asked of one. */
export function explainFile(failure: OfFile): Explanation {
  switch (failure.kind) {
    case 'unfit-file':
    case 'gone':
    case 'arguments':
      return say(failure.sentence, failure.next)
    case 'other-site':
      return say(`${failure.what} is about ${failure.its}, not ${failure.site}.`, failure.next)
    case 'map-not-ready':
      return mapNotReady[failure.why]
    default:
      return explainWorkspace(failure)
  }
}

type OfWorkspace = Exclude<
  OfFile,
  { kind: 'unfit-file' | 'gone' | 'arguments' | 'other-site' | 'map-not-ready' }
>

function explainWorkspace(failure: OfWorkspace): Explanation {
  switch (failure.kind) {
    case 'no-workspace':
      return say(
        `${failure.what} is no workspace of this program, or it is damaged.`,
        'Choose another workspace. The file was left as it is.',
      )
    case 'not-looked-at':
      return say(
        `${failure.what} could not be looked at, so it was not opened.`,
        'Try again. There may be too little memory or disk, or no right to read the file.',
      )
    case 'no-file':
      return say(
        `${failure.what} is no file that can be read.`,
        'Look at it in the folder of workspaces: it may be a link that leads nowhere.',
      )
    case 'workspace-damaged':
      return say(
        failure.sentence,
        'Save what can be read into a new workspace. The file was left as it is.',
      )
    case 'workspace-in-use':
      return say(
        `${failure.what} is open in another window or program.`,
        'Close it there, or choose another workspace.',
      )
    case 'shown-only':
      return shownOnly[failure.why]
    case 'overwritten':
      return say(
        'Another program has written into the file of this workspace while it was open.',
        'Export what is drawn here, then open the workspace again.',
      )
    case 'unfit-name':
      return say(
        `${quoted(failure.name)} cannot be the name of a workspace.`,
        'Use up to 80 letters, digits, spaces, “-” and “_”.',
      )
    default:
      return assertNever(failure)
  }
}

const shownOnly = {
  newer: say(
    'This workspace was written by a newer version of the program, so it is only shown.',
    'Update the program to go on working in it.',
  ),
  unwritable: say(
    'The file of this workspace or its folder cannot be written, so it is only shown.',
    'Allow writing there, or download the file and open it as a new workspace.',
  ),
  full: say(
    'The disk is full, so this workspace is only shown.',
    'Free some space, then open the workspace again.',
  ),
}

const mapNotReady = {
  running: say(
    'Spaces are being mapped into this workspace already.',
    'Wait until that has ended, or stop it.',
  ),
  none: say('Nothing was mapped into this workspace yet.', 'Map a space first.'),
  unfinished: say(
    'The map of this workspace was not read to its end.',
    'Continue the map first; nothing is asked twice.',
  ),
}
