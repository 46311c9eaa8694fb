import { useRef, useState } from 'react'
import { Dialog, SearchBox } from '../ui'
import type { Workbench } from './act'
import { groupWords, type Listed, listedActs } from './listed'
import { type Found, openFound, useFound } from './use-found'
import { contextOf } from './use-workbench'
import { foundGroup, foundKey, FoundRow, foundTitle } from './found-row'
import { inOrder, rankOf } from './palette-rank'
import type { Session } from '../session'

type Props = {
  session: Session
  workbench: Workbench
  open: boolean
  onClose: () => void
}

type Choice =
  { readonly kind: 'act'; readonly act: Listed } | { readonly kind: 'found'; readonly found: Found }

const groupOf = (one: Choice): string =>
  one.kind === 'act' ? one.act.group : foundGroup(one.found)
const keyOf = (one: Choice): string => (one.kind === 'act' ? one.act.id : foundKey(one.found))
const textOf = (one: Choice): string => (one.kind === 'act' ? one.act.title : foundTitle(one.found))

/** One box for all: acts, panels, relation names, views, nodes, and what is on the site. */
export function Palette({ session, workbench, open, onClose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog open={open} onClose={onClose} title="Commands" initialFocus={input} high>
      {open && <Box {...{ session, workbench, onClose }} inputRef={input} />}
    </Dialog>
  )
}

type BoxProps = Omit<Props, 'open'> & { inputRef: React.RefObject<HTMLInputElement | null> }

function Box({ session, workbench, onClose, inputRef }: BoxProps) {
  const [text, setText] = useState('')
  const { found, status } = useFound(session, text)
  // As they were when it opened: a list does not change under the keyboard.
  const [acts] = useState(() => listedActs(contextOf(workbench)))
  const choices = choicesOf(acts, found, text)
  const pick = (choice: Choice) => {
    onClose()
    if (choice.kind === 'act') choice.act.run()
    else {
      workbench.desk.toNodes()
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
      {...{ groupOf, keyOf, textOf }}
      render={(one) =>
        one.kind === 'act' ? <ActRow {...one.act} /> : <FoundRow found={one.found} />
      }
      onPick={pick}
      status={choices.length === 0 ? (status ?? 'Nothing has these words.') : status}
      inputRef={inputRef}
      startsOpen
      onEscape={onClose}
    />
  )
}

/** What is found on the site comes last among equals: it is what takes a call to draw. */
const siteRank = 5

function choicesOf(acts: readonly Listed[], found: readonly Found[], text: string): Choice[] {
  const isEmpty = text.trim() === ''
  const groups = [...new Set(Object.values(groupWords))]
    // A dictionary's names are many; they are there for who types.
    .filter((title) => !isEmpty || title !== groupWords.name)
    .map((title) => ({
      title,
      items: acts
        .filter((act) => act.group === title)
        .flatMap((act) => {
          const rank = rankOf(act.title, text)
          const item: Choice = { kind: 'act', act }
          return rank === null ? [] : [{ rank, item }]
        }),
    }))
  const finds = ['In the graph', 'On the site, to be added to the graph'].map((title) => ({
    title,
    items: found
      .filter((one) => foundGroup(one) === title)
      .map((one) => {
        const item: Choice = { kind: 'found', found: one }
        return { rank: rankOf(foundTitle(one), text) ?? siteRank, item }
      }),
  }))
  return inOrder<Choice>([...groups, ...finds])
}

const ActRow = ({ title, keys }: Listed) => (
  <span className="choice choice--command">
    <span className="choice__title">{title}</span>
    {keys !== undefined && <kbd>{keys}</kbd>}
  </span>
)
