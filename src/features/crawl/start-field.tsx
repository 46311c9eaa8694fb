import { Plus, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Entity } from '@shared/graph'
import { counted, isolated } from '@shared/text'
import { Button, IconButton, Isolated } from '../../ui'
import { EntityPicker } from './entity-picker'
import { kindWord } from './entity-words'
import type { Finder } from './finder'
import type { CrawlModel } from './store'

/** More of them are counted, not listed: a person may choose hundreds of nodes. */
const mostListed = 6

type Props = { finder: Finder; crawl: CrawlModel }

/** Where a crawl begins: one node, or several. */
export function StartField({ finder, crawl }: Props) {
  const starts = useStore(crawl.store, (state) => state.starts)
  const [adding, setAdding] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const wasAdding = useRef(false)
  useEffect(() => {
    // The box that had the keyboard is gone.
    if (!adding && wasAdding.current) more.current?.focus()
    wasAdding.current = adding
  }, [adding])
  const label = useId()
  const listed = starts.length > mostListed ? starts.slice(0, mostListed - 1) : starts
  const others = starts.length - listed.length
  if (starts.length === 0) {
    return (
      <EntityPicker
        finder={finder}
        label="Start from"
        placeholder="Title, address, space:KEY, me…"
        offersFamiliar
        onPick={(entity) => crawl.setStarts([entity])}
      />
    )
  }
  return (
    <div className="field" role="group" aria-labelledby={label}>
      <span className="field__label" id={label}>
        Start from
      </span>
      {listed.map((start) => (
        <Row
          key={start.id}
          title={start.title}
          kind={kindWord(start)}
          act={
            starts.length === 1
              ? 'Choose another start'
              : `Do not start from ${isolated(start.title)}`
          }
          onRemove={() => crawl.setStarts(starts.filter(({ id }) => id !== start.id))}
        />
      ))}
      {others > 0 && (
        <Row
          title={`and ${counted(others, 'other')}`}
          act={`Do not start from the ${counted(others, 'other')}`}
          onRemove={() => crawl.setStarts(listed)}
        />
      )}
      {adding ? (
        <Another
          finder={finder}
          onPick={(entity) => {
            setAdding(false)
            crawl.setStarts([...starts, entity])
          }}
          onClose={() => setAdding(false)}
        />
      ) : (
        <Button ref={more} look="quiet" onClick={() => setAdding(true)}>
          <Plus size={14} aria-hidden /> Add a start
        </Button>
      )}
    </div>
  )
}

type RowProps = { title: string; kind?: string; act: string; onRemove: () => void }

const Row = ({ title, kind, act, onRemove }: RowProps) => (
  <div className="picked">
    <span className="choice">
      <span className="choice__title">
        <Isolated text={title} />
      </span>
      {kind !== undefined && <span className="choice__more">{kind}</span>}
    </span>
    <IconButton label={act} onClick={onRemove}>
      <X size={15} aria-hidden />
    </IconButton>
  </div>
)

type AnotherProps = { finder: Finder; onPick: (entity: Entity) => void; onClose: () => void }

/** Whoever asked for it wants to type. */
function Another({ finder, onPick, onClose }: AnotherProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <div className="row">
      <EntityPicker
        finder={finder}
        label="Start also from"
        hideLabel
        placeholder="Start also from…"
        offersFamiliar
        inputRef={input}
        onPick={onPick}
      />
      <IconButton label="Add no start" onClick={onClose}>
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  )
}
