import { type Explanation, say } from './explanation'
import { assertNever, type Failure } from './failure'
import { quoted } from '../text'

const kinds = [
  'rule',
  'write-unknown',
  'not-arrived',
  'made-anew',
  'needs-first',
  'unsettled',
] as const
export type OfEdit = Extract<Failure, { kind: (typeof kinds)[number] }>

export const isOfEdit = (failure: Failure): failure is OfEdit =>
  kinds.some((kind) => kind === failure.kind)

const done = { create: 'created', delete: 'deleted' } as const

/** What speaks against a change of a relation, or what became of one. */
export function explainEdit(failure: OfEdit): Explanation {
  switch (failure.kind) {
    case 'rule':
      return say(failure.sentence, failure.next)
    case 'write-unknown':
      return say(
        `It is not known whether the relation ${quoted(failure.relation)} was ${done[failure.doing]}: ${failure.why}`,
        'Check again in a moment. Until that is settled, it cannot be undone.',
      )
    case 'not-arrived':
      return say(
        failure.doing === 'create'
          ? `The relation ${quoted(failure.relation)} was not created: Confluence does not have it.`
          : `The relation ${quoted(failure.relation)} was not deleted: Confluence still has it.`,
        'Retry if you still want the change.',
      )
    case 'made-anew':
      return say(
        `This relation ${quoted(failure.relation)} was made anew by ${failure.by}, so it was not deleted.`,
        'Look at it first; delete it all the same if you mean this one.',
      )
    case 'needs-first':
      return say('The change that has to come before this one did not go through.', 'Retry both.')
    case 'unsettled':
      return failure.sending
        ? say(`This is still being sent: ${failure.title}`, 'Wait until it is done, then undo it.')
        : say(
            `It is not known whether all of this was done: ${failure.title}`,
            'Choose “Check again” in the history first, then undo it.',
          )
    default:
      return assertNever(failure)
  }
}
