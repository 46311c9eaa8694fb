import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { queriesAt, type QueryRecord } from '@shared/crawl'
import { explain } from '@shared/failure'
import { type EntityType, entityTypes, type NodeId, entityTitles } from '@shared/graph'
import { counted, quoted } from '@shared/text'
import { favourite } from '@shared/vocabulary'
import { Button, Dialog } from '../../ui'
import { probeResults, probeWords } from './probe-words'
import type { CrawlModel } from './store'

type Props = {
  crawl: CrawlModel
  node: { id: NodeId; title: string } | null
  /** Names to try, those of the dictionary. */
  names: readonly string[]
  onClose: () => void
}

/** Tries a list of names at one node: nobody lists the names that are in use. */
export function ProbeDialog({ crawl, node, names, onClose }: Props) {
  return (
    <Dialog
      open={node !== null}
      onClose={onClose}
      title={`Probe relation names at ${quoted(node?.title ?? '')}`}
      description="Confluence cannot say which names are in use; it can only be asked one by one."
    >
      {node !== null && <Probe key={node.id} crawl={crawl} node={node.id} names={names} />}
    </Dialog>
  )
}

type ProbeProps = { crawl: CrawlModel; node: NodeId; names: readonly string[] }

function Probe({ crawl, node, names }: ProbeProps) {
  const [text, setText] = useState(() => [...new Set([...names, favourite])].join(', '))
  const [types, setTypes] = useState<readonly EntityType[]>(['content'])
  const [asked, setAsked] = useState<readonly string[]>([])
  const [records, setRecords] = useState<readonly QueryRecord[]>([])
  const [running, setRunning] = useState(false)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const wanted = [...new Set(text.split(/[,\n]/).map((name) => name.trim()))].filter(Boolean)
  const calls = queriesAt(node, { relations: wanted, types: [...types], direction: 'both' }).length
  const results = probeResults(asked, records)
  const found = results.flatMap(({ name, found }) => (found > 0 ? [name] : []))
  const followed = useStore(crawl.store, ({ follow }) => follow.relations)
  const fresh = found.filter((name) => !followed.includes(name))
  const probe = async (event: SyntheticEvent) => {
    event.preventDefault()
    const controller = new AbortController()
    stop.current = controller
    setAsked(wanted)
    setRecords([])
    setRunning(true)
    await crawl.probe({
      node,
      names: wanted,
      types,
      onRecords: (more) => setRecords((before) => [...before, ...more]),
      signal: controller.signal,
    })
    setRunning(false)
  }
  return (
    <form className="stack" onSubmit={(event) => void probe(event)}>
      <label className="field">
        <span>Names, separated by commas</span>
        <textarea
          className="text-input"
          rows={3}
          value={text}
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <fieldset className="field field--plain">
        <legend className="field__label">Include</legend>
        <div className="checks">
          {entityTypes.map((type) => (
            <label key={type} className="check">
              <input
                type="checkbox"
                checked={types.includes(type)}
                onChange={({ target }) =>
                  setTypes(target.checked ? [...types, type] : types.filter((one) => one !== type))
                }
              />
              {entityTitles[type].many}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="row row--wrap">
        {running ? (
          <Button onClick={() => stop.current?.abort()}>Stop</Button>
        ) : (
          <Button look="main" type="submit" disabled={calls === 0}>
            Probe
          </Button>
        )}
        <span className="hint">{counted(calls, 'call')}</span>
      </div>
      <ul className="pair-answers" aria-label="Answers" aria-live="polite">
        {results.map((result) => (
          <li key={result.name}>
            <span className="tag tag--still">{result.name}</span>{' '}
            <strong>{probeWords(result) || (running ? 'asking…' : 'not asked')}</strong>
            {result.failure !== undefined && (
              <span className="hint"> {explain(result.failure).sentence}</span>
            )}
          </li>
        ))}
      </ul>
      {!running && fresh.length > 0 && (
        <Button onClick={() => crawl.setFollow({ relations: [...followed, ...fresh] })}>
          Follow {fresh.length === 1 ? quoted(fresh[0] ?? '') : `the ${fresh.length} found`} in
          crawls
        </Button>
      )}
      {!running && found.length > 0 && fresh.length === 0 && (
        <p className="hint">Crawls follow all that was found.</p>
      )}
    </form>
  )
}
