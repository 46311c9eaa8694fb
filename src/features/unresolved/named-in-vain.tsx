import { useStore } from 'zustand'
import { explain } from '@shared/failure'
import { type Entity, namedInWords, type Unresolved } from '@shared/graph'
import { Button, FailureNote, Isolated } from '../../ui'
import { askable, type Sentences, type SentencesModel, sentencesOf } from './sentences'
import type { OpenNames } from './store'
import { useNamedBy } from './use-open-names'
import { stateWords } from './words'

type Props = { entity: Entity; unresolved: OpenNames; sentences: SentencesModel }

/** What a page names that leads nowhere, and where in the page that is written. */
export function NamedInVain({ entity, unresolved, sentences }: Props) {
  const named = useNamedBy(unresolved, entity.id)
  const known = useStore(sentences.store, ({ pages }) => pages.get(entity.id))
  if (named.length === 0) return null
  return (
    <section className="relation-list" aria-label="Leads nowhere">
      <h3>
        Leads nowhere <span className="count">{named.length.toLocaleString('en')}</span>
      </h3>
      <ul className="in-vain">
        {named.map((one) => (
          <li key={`${one.relation} ${one.names}`}>
            <One one={one} known={known} />
          </li>
        ))}
      </ul>
      {known?.kind === 'failed' && <FailureNote {...explain(known.failure)} />}
      {known?.kind !== 'here' && askable(entity) !== null && (
        <Button
          look="quiet"
          aria-disabled={known?.kind === 'asking'}
          onClick={() => void sentences.ask(entity)}
        >
          {known?.kind === 'asking' ? 'Reading the page…' : 'Show the sentences'}
        </Button>
      )}
    </section>
  )
}

function One({ one, known }: { one: Unresolved; known: Sentences | undefined }) {
  const found = known?.kind === 'here' ? sentencesOf(known.found, one) : null
  return (
    <>
      <Isolated text={namedInWords(one)} /> <span className="hint">{stateWords[one.state]}</span>
      {found === null && one.words !== undefined && (
        <p className="hint">
          written as “<Isolated text={one.words} />”
        </p>
      )}
      {found?.map((sentence, at) => (
        <blockquote key={at} className="in-vain__sentence">
          <Isolated text={sentence} />
        </blockquote>
      ))}
      {found?.length === 0 && <p className="hint">It stands in no sentence of the page now.</p>}
    </>
  )
}
