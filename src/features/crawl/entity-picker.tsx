import { Search } from 'lucide-react'
import { type Ref, useState } from 'react'
import { searchStatus } from '@shared/crawl'
import { explain, type Failure } from '@shared/failure'
import type { Entity } from '@shared/graph'
import { isolated } from '@shared/text'
import { FailureNote, SearchBox, Isolated } from '../../ui'
import { kindWord } from './entity-words'
import type { Finder } from './finder'
import { type SearchState, useEntitySearch } from './use-entity-search'
import { type Familiarity, useFamiliar } from './use-familiar'

type Choice =
  { kind: 'entity'; entity: Entity; heading?: string } | { kind: 'address'; text: string }

type Props = {
  finder: Finder
  label: string
  hideLabel?: boolean
  placeholder?: string
  /** Offered before those of the server, for example nodes already drawn. */
  own?: (text: string) => readonly Entity[]
  /** Offers what the person viewed last and starred, before anything is typed. */
  offersFamiliar?: boolean
  onPick: (entity: Entity) => void
  inputRef?: Ref<HTMLInputElement>
}

/** Finds one entity by words in its title, by any address, or by `content:ID`, `space:KEY`, `me`. */
export function EntityPicker({ finder, onPick, own, offersFamiliar = false, ...box }: Props) {
  const [text, setText] = useState('')
  const [opening, setOpening] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const search = useEntitySearch(finder, text)
  const isBare = offersFamiliar && text.trim() === ''
  const familiar = useFamiliar(finder, isBare && isOpen)
  const offered = isBare ? offeredOf(familiar) : null
  const { choices, status } = offered ?? typedOf(search, own?.(text) ?? [])

  const change = (next: string) => {
    setText(next)
    setFailure(null)
  }
  const pick = async (choice: Choice) => {
    if (choice.kind === 'entity') {
      setText('')
      onPick(choice.entity)
      return
    }
    setOpening(true)
    const result = await finder.resolve(choice.text)
    setOpening(false)
    if (!result.ok) {
      setFailure(result.failure)
      return
    }
    setText('')
    onPick(result.value)
  }
  const wrong = failure ?? (search.kind === 'failed' ? search.failure : null)
  return (
    <SearchBox<Choice>
      {...box}
      placeholder={box.placeholder ?? 'Title, address, content:ID, space:KEY, me'}
      text={text}
      onText={change}
      items={choices}
      keyOf={(choice) => (choice.kind === 'entity' ? choice.entity.id : 'address')}
      textOf={(choice) => (choice.kind === 'entity' ? choice.entity.title : choice.text)}
      render={(choice) => <ChoiceRow choice={choice} />}
      onPick={(choice) => void pick(choice)}
      onOpen={setIsOpen}
      {...(offered === null ? {} : { groupOf: headingOf })}
      status={opening ? 'Looking it up…' : status}
      icon={<Search size={15} aria-hidden />}
      {...(wrong === null ? {} : { error: <FailureNote {...explain(wrong)} /> })}
    />
  )
}

const headingOf = (choice: Choice): string =>
  (choice.kind === 'entity' ? choice.heading : undefined) ?? ''

type Offered = { readonly choices: readonly Choice[]; readonly status: string | null }

function offeredOf(familiar: Familiarity): Offered | null {
  switch (familiar.kind) {
    case 'none':
      return null
    case 'looking':
      return { choices: [], status: 'Looking for what you viewed last… or type a title.' }
    case 'known':
      return {
        choices: familiar.known.map((one) => ({ kind: 'entity', ...one })),
        status: typingLeads,
      }
  }
}

function typedOf(search: SearchState, own: readonly Entity[]): Offered {
  const choices = choicesOf(search, own)
  return { choices, status: statusOf(search, choices.length) }
}

const typingLeads = 'Type a title, or paste any Confluence address.'

function choicesOf(search: SearchState, own: readonly Entity[]): Choice[] {
  if (search.kind === 'address') return [{ kind: 'address', text: search.text }]
  const known = new Set(own.map(({ id }) => id))
  const all = search.kind === 'found' ? search.searched.entities : []
  const found = all.filter(({ id }) => !known.has(id))
  return [...own, ...found].map((entity) => ({ kind: 'entity', entity }))
}

function statusOf(search: SearchState, count: number): string | null {
  switch (search.kind) {
    case 'empty':
      return typingLeads
    case 'searching':
      return 'Searching…'
    case 'found':
      return searchStatus(
        search.searched,
        count,
        'Nothing on this site has these words in its title.',
      )
    case 'failed':
      return 'That does not lead anywhere.'
    case 'address':
      return null
  }
}

function ChoiceRow({ choice }: { choice: Choice }) {
  if (choice.kind === 'address') {
    return (
      <span className="choice">
        <span className="choice__title">Open this address</span>
        <span className="choice__more">{choice.text}</span>
      </span>
    )
  }
  const { entity } = choice
  return (
    <span className="choice">
      <span className="choice__title">
        <Isolated text={entity.title} />
      </span>
      <span className="choice__more">
        {kindWord(entity)}
        {entity.space !== undefined && entity.type === 'content'
          ? ` · ${isolated(entity.space.name)}`
          : ''}
      </span>
    </span>
  )
}
