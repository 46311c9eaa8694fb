import { Popover } from '@base-ui/react/popover'
import { ArrowLeftRight, ArrowRight } from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import { checkRelation, type Doubt, doubtOf, doubtWords } from '@shared/edit'
import { explain, type Failure } from '@shared/failure'
import { type NodeId, refOf } from '@shared/graph'
import { holding, quoted } from '@shared/text'
import { endsAllowed, type Word } from '@shared/vocabulary'
import { Button, FailureNote, IconButton, SearchBox, useTakesKeyboard, Isolated } from '../../ui'
import type { Ends } from './state'

type Props = {
  /** “New relation”, or what else is named. */
  title: string
  /** What is done with the name. */
  act: 'Create' | 'Rename'
  pairs: readonly Ends[]
  titleOf: (id: NodeId) => string
  /** Last used first, then those seen here; a name that is given up is not among them. */
  names: readonly string[]
  words: readonly Word[]
  /** Client coordinates of the drop; the middle of the window where there was none. */
  at: { x: number; y: number } | null
  /** What is known of making relations at this site, for people; null where nothing is. */
  note?: string | null
  /** Left out where the direction is settled. */
  onFlip?: () => void
  onPick: (name: string) => void
  onClose: () => void
}

/** A small picker at the drop: type to filter or to make a new name, flip, Escape cancels. */
export function NamePicker(props: Props) {
  const { title, pairs, titleOf, at, note = null, onFlip, onClose } = props
  const input = useRef<HTMLInputElement>(null)
  const keyboard = useTakesKeyboard(input)
  const spot = at ?? { x: window.innerWidth / 2, y: window.innerHeight / 3 }
  const anchor = { getBoundingClientRect: () => new DOMRect(spot.x, spot.y, 0, 0) }
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner className="layer" anchor={anchor} sideOffset={10} side="bottom">
          <Popover.Popup className="name-picker" initialFocus={input} {...keyboard}>
            <Popover.Title className="name-picker__title">{title}</Popover.Title>
            <div className="name-picker__ends">
              <span className="name-picker__end">
                <Isolated text={endWords(pairs, 'source', titleOf)} />
              </span>
              <ArrowRight size={14} aria-label="to" />
              <span className="name-picker__end">
                <Isolated text={endWords(pairs, 'target', titleOf)} />
              </span>
              {onFlip !== undefined && (
                <IconButton label="Flip direction" onClick={onFlip}>
                  <ArrowLeftRight size={15} aria-hidden />
                </IconButton>
              )}
            </div>
            <NameForm {...props} inputRef={input} />
            {note !== null && <p className="hint">{note}</p>}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** The title of an end that all share, or how many there are. */
function endWords(
  pairs: readonly Ends[],
  end: keyof Ends,
  titleOf: (id: NodeId) => string,
): string {
  const [first, ...others] = [...new Set(pairs.map((pair) => pair[end]))]
  if (first === undefined) return ''
  return others.length === 0 ? titleOf(first) : `${others.length + 1} nodes`
}

const firstRefusal = (name: string, pairs: readonly Ends[]): Failure | null =>
  pairs.reduce<Failure | null>(
    (found, { source, target }) => found ?? checkRelation(name, refOf(source), refOf(target)),
    null,
  )

type FormProps = Props & { inputRef: RefObject<HTMLInputElement | null> }

function NameForm({ pairs, act, names, words, onPick, onClose, inputRef }: FormProps) {
  const [text, setText] = useState('')
  const [refused, setRefused] = useState<Failure | null>(null)
  const [doubt, setDoubt] = useState<Doubt | null>(null)
  const fits = (name: string): boolean => {
    const word = words.find((one) => one.name === name)
    return (
      word === undefined ||
      pairs.every(({ source, target }) => endsAllowed(word, refOf(source).type, refOf(target).type))
    )
  }
  const typed = text.trim()
  const matching = names.filter(holding(typed))
  const items = typed === '' || matching.includes(typed) ? matching : [...matching, typed]

  /** A new name that nearly is a known one is questioned once, before it is there for ever. */
  const pick = (name: string) => {
    const near = doubtOf(name, names)
    const failure = firstRefusal(name, pairs)
    setText(name)
    if (failure !== null) setRefused(failure)
    else if (near !== null) setDoubt(near)
    else onPick(name)
  }
  const problem = refused !== null ? explain(refused) : doubt === null ? null : doubtWords(doubt)
  const suggestion = refused?.kind === 'rule' ? refused.suggestion : undefined
  return (
    <>
      <SearchBox<string>
        label="Relation name"
        placeholder={names[0] ?? 'for example depends-on'}
        text={text}
        onText={(next) => {
          setText(next)
          setRefused(null)
          setDoubt(null)
        }}
        items={items}
        keyOf={(name) => name}
        textOf={(name) => name}
        render={(name) => (
          <span className="choice__title">
            {names.includes(name) ? name : `New name ${quoted(name)}`}
            {!fits(name) && <span className="choice__more">not meant for these ends</span>}
          </span>
        )}
        onPick={pick}
        status={items.length === 0 ? 'Type a name for this relation.' : null}
        inputRef={inputRef}
        {...(problem === null ? {} : { error: <FailureNote {...problem} /> })}
      />
      <div className="row row--end">
        {suggestion !== undefined && (
          <Button onClick={() => pick(suggestion)}>Use {quoted(suggestion)}</Button>
        )}
        {doubt !== null && (
          <>
            <Button onClick={() => onPick(doubt.meant)}>Use {quoted(doubt.meant)}</Button>
            <Button onClick={() => onPick(doubt.name)}>
              {act === 'Create' ? 'Create' : 'Rename to'} {quoted(doubt.name)}
            </Button>
          </>
        )}
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </>
  )
}
