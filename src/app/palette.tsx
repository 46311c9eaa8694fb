import { useRef, useState } from 'react'
import type { Entity } from '@shared/graph'
import { kindWord, useEntitySearch } from '../features/crawl'
import { findNodes } from '../features/graph'
import { Dialog, SearchBox } from '../ui'
import { type Command, commandsOf, matching } from './commands'
import type { Session } from './session'
import type { WorkDialog } from './work-dialog'

type Props = {
  session: Session
  open: boolean
  onClose: () => void
  onDialog: (dialog: WorkDialog) => void
}

type Choice =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'node' | 'page'; readonly entity: Entity }

/** One box for all: acts, nodes that are drawn, and pages, people and spaces of the site. */
export function Palette({ session, open, onClose, onDialog }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog open={open} onClose={onClose} title="Commands" initialFocus={input} high>
      {open && <Box {...{ session, onClose, onDialog }} inputRef={input} />}
    </Dialog>
  )
}

type BoxProps = Omit<Props, 'open'> & { inputRef: React.RefObject<HTMLInputElement | null> }

function Box({ session, onClose, onDialog, inputRef }: BoxProps) {
  const { client, profile, graph, view } = session
  const [text, setText] = useState('')
  const search = useEntitySearch(client, profile, text)
  const model = graph.store.getState().graph
  const choices = choicesOf({
    commands: matching(commandsOf(session, onDialog), text),
    drawn: findNodes(model, text, 8),
    found: search.kind === 'found' ? search.entities : [],
  })
  const pick = (choice: Choice) => {
    onClose()
    if (choice.kind === 'command') choice.command.run()
    else {
      if (choice.kind === 'page') graph.apply({ entities: [choice.entity], relations: [] })
      view.goTo(choice.entity.id)
    }
  }
  return (
    <SearchBox<Choice>
      label="Command, node or page"
      hideLabel
      placeholder="What do you want to do, or where to go?"
      text={text}
      onText={setText}
      items={choices}
      keyOf={(one) => (one.kind === 'command' ? one.command.title : `${one.kind} ${one.entity.id}`)}
      textOf={(one) => (one.kind === 'command' ? one.command.title : one.entity.title)}
      render={(one) => <Row choice={one} />}
      onPick={pick}
      status={
        search.kind === 'searching'
          ? 'Searching the site…'
          : choices.length === 0
            ? 'Nothing has these words.'
            : null
      }
      inputRef={inputRef}
      startsOpen
    />
  )
}

type Found = {
  readonly commands: readonly Command[]
  readonly drawn: readonly Entity[]
  readonly found: readonly Entity[]
}

function choicesOf({ commands, drawn, found }: Found): Choice[] {
  const known = new Set(drawn.map(({ id }) => id))
  return [
    ...commands.map((command): Choice => ({ kind: 'command', command })),
    ...drawn.map((entity): Choice => ({ kind: 'node', entity })),
    ...found
      .filter(({ id }) => !known.has(id))
      .slice(0, 12)
      .map((entity): Choice => ({ kind: 'page', entity })),
  ]
}

function Row({ choice }: { choice: Choice }) {
  if (choice.kind === 'command') {
    return (
      <span className="choice choice--command">
        <span className="choice__title">{choice.command.title}</span>
        {choice.command.keys !== undefined && <kbd>{choice.command.keys}</kbd>}
      </span>
    )
  }
  return (
    <span className="choice">
      <span className="choice__title">{choice.entity.title}</span>
      <span className="choice__more">
        {choice.kind === 'node' ? 'in the graph' : `add to the graph · ${kindWord(choice.entity)}`}
      </span>
    </span>
  )
}
