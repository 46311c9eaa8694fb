import { useRef, useState } from 'react'
import { Dialog, SearchBox } from '../ui'
import type { Command } from './command'
import { commandsOf } from './commands'
import type { Desk } from './desk'
import { type Found, openFound, useFound } from './found'
import { foundGroup, foundKey, FoundRow, foundTitle } from './found-row'
import { inOrder, rankOf } from './palette-rank'
import type { Session } from './session'

type Props = {
  session: Session
  desk: Desk
  open: boolean
  onClose: () => void
}

type Choice =
  | { readonly kind: 'command'; readonly group: string; readonly command: Command }
  | { readonly kind: 'found'; readonly group: string; readonly found: Found }

/** One box for all: acts, panels, relation names, views, nodes, and what is on the site. */
export function Palette({ session, desk, open, onClose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog open={open} onClose={onClose} title="Commands" initialFocus={input} high>
      {open && <Box {...{ session, desk, onClose }} inputRef={input} />}
    </Dialog>
  )
}

type BoxProps = Omit<Props, 'open'> & { inputRef: React.RefObject<HTMLInputElement | null> }

function Box({ session, desk, onClose, inputRef }: BoxProps) {
  const [text, setText] = useState('')
  const { found, status } = useFound(session, text)
  const choices = choicesOf(session, desk, { text, found })
  const pick = (choice: Choice) => {
    onClose()
    if (choice.kind === 'command') choice.command.run()
    else {
      desk.toNodes()
      void openFound(session, choice.found)
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
      groupOf={({ group }) => group}
      keyOf={(one) => (one.kind === 'command' ? one.command.title : foundKey(one.found))}
      textOf={(one) => (one.kind === 'command' ? one.command.title : foundTitle(one.found))}
      render={(one) =>
        one.kind === 'command' ? <CommandRow {...one.command} /> : <FoundRow found={one.found} />
      }
      onPick={pick}
      status={choices.length === 0 ? (status ?? 'Nothing has these words.') : status}
      inputRef={inputRef}
      startsOpen
    />
  )
}

/** What is found on the site comes last among equals: it is what takes a call to draw. */
const siteRank = 5

function choicesOf(
  session: Session,
  desk: Desk,
  { text, found }: { text: string; found: readonly Found[] },
): Choice[] {
  const isEmpty = text.trim() === ''
  const groups = commandsOf(session, desk)
    // A dictionary's names are many; they are there for who types.
    .filter(({ title }) => !isEmpty || title !== 'Relation names')
    .map(({ title, commands }) => ({
      title,
      items: commands.flatMap((command) => {
        const rank = rankOf(command.title, text)
        const item: Choice = { kind: 'command', group: title, command }
        return rank === null ? [] : [{ rank, item }]
      }),
    }))
  const finds = ['In the graph', 'On the site, to be added to the graph'].map((title) => ({
    title,
    items: found
      .filter((one) => foundGroup(one) === title)
      .map((one) => {
        const item: Choice = { kind: 'found', group: title, found: one }
        return { rank: rankOf(foundTitle(one), text) ?? siteRank, item }
      }),
  }))
  return inOrder<Choice>([...groups, ...finds])
}

const CommandRow = ({ title, keys }: Command) => (
  <span className="choice choice--command">
    <span className="choice__title">{title}</span>
    {keys !== undefined && <kbd>{keys}</kbd>}
  </span>
)
