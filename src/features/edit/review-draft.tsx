import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { type ChangeLine, describeLine, lineKey, toChangeSetFile, toCsv } from '@shared/edit'
import { explain, type Failure } from '@shared/failure'
import { counted } from '@shared/text'
import { Button, FailureNote, IconButton } from '../../ui'
import { download } from '../export'
import type { GraphModel } from '../graph'
import type { Draft } from './draft'
import { type Check, checkOf, whyNotSent } from './draft-state'
import { groupLines, summaryOf } from './review-words'
import type { Edits } from './store'

type Props = {
  draft: Draft
  edits: Edits
  graph: GraphModel
  version: string
  site: string
  onEntry: (entry: string | null) => void
}

/** Lines of a group that are listed; the others are in it all the same. */
const listed = 300

export function ReviewDraft({ draft, edits, graph, version, site, onEntry }: Props) {
  const { lines, checks, leftOut, checking, failure } = useStore(draft.store)
  const readOnly = useStore(edits.store, (state) => state.readOnly)
  const [refused, setRefused] = useState<Failure | null>(null)
  const chosen = lines.filter(
    (line) => !leftOut.has(lineKey(line)) && whyNotSent(checkOf(line, checks)) === null,
  )
  const apply = async () => {
    draft.stopChecking()
    const many = chosen.length === 1 ? 'one change' : `${chosen.length} changes`
    const outcome = await edits.perform({
      kind: 'change-set',
      title: `Applied ${many}.`,
      steps: draft.toSteps(chosen),
      onBegun: (id) => {
        draft.settle(chosen)
        onEntry(id)
      },
    })
    if (outcome.entry === null) setRefused(outcome.failure)
  }
  const problem = refused ?? failure ?? readOnly
  return (
    <div className="stack">
      <p role="status">{summaryOf(lines, checks, checking)}</p>
      {problem !== null && <FailureNote {...explain(problem)} />}
      <Notes draft={draft} />
      <div className="wire__scroll" tabIndex={0} role="region" aria-label="Drafted changes">
        {groupLines(lines).map(({ title, lines: group }) => (
          <section key={title} className="review__group" aria-label={title}>
            <h3>
              {title} ({group.length})
            </h3>
            <ul className="review__lines">
              {group.slice(0, listed).map((line) => (
                <Line
                  key={lineKey(line)}
                  {...{ line, draft }}
                  sentence={describeLine(line, graph.titleOf)}
                  check={checkOf(line, checks)}
                  taken={!leftOut.has(lineKey(line))}
                />
              ))}
            </ul>
            {group.length > listed && <p className="hint">and {group.length - listed} more</p>}
          </section>
        ))}
      </div>
      <Files {...{ draft, version, site, lines }} />
      <div className="row row--end">
        <Button look="quiet" disabled={lines.length === 0} onClick={draft.clear}>
          Empty the draft
        </Button>
        <Button
          look="main"
          disabled={chosen.length === 0 || readOnly !== null}
          onClick={() => void apply()}
        >
          Apply {counted(chosen.length, 'change')}
        </Button>
      </div>
    </div>
  )
}

type LineProps = {
  line: ChangeLine
  sentence: string
  check: Check | undefined
  taken: boolean
  draft: Draft
}

function Line({ line, sentence, check, taken, draft }: LineProps) {
  const why = whyNotSent(check)
  return (
    <li className="review__line">
      <label>
        <input
          type="checkbox"
          checked={taken && why === null}
          disabled={why !== null}
          onChange={() => draft.toggle(line)}
        />
        <span>
          {sentence}
          {check?.failure !== undefined && (
            <span className="hint"> {explain(check.failure).sentence}</span>
          )}
        </span>
      </label>
      {check !== undefined && (
        <span className={why === null ? 'tag' : 'tag tag--still'}>
          {why ?? (check.verdict === 'new' ? 'new' : 'not checked')}
        </span>
      )}
      <IconButton label={`Take out: ${sentence}`} onClick={() => draft.remove(line)}>
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  )
}

/** What a file held that could not be used. */
function Notes({ draft }: { draft: Draft }) {
  const notes = useStore(draft.store, (state) => state.notes)
  if (notes === null || notes.bad.length + notes.sentences.length === 0) return null
  return (
    <div className="note" role="note">
      {notes.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {notes.bad.length > 0 && (
        <details>
          <summary>
            {notes.bad.length === 1
              ? 'One line could not be read.'
              : `${notes.bad.length} lines could not be read.`}
          </summary>
          <ul>
            {notes.bad.slice(0, listed).map(({ line, sentence }) => (
              <li key={line}>
                Line {line}: {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

type FilesProps = Pick<Props, 'draft' | 'version' | 'site'> & { lines: readonly ChangeLine[] }

/** The draft as a file, out and in. */
function Files({ draft, version, site, lines }: FilesProps) {
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<Failure | null>(null)
  const read = async (file: File | undefined) => {
    if (file === undefined) return
    setRefused(await draft.take(file.name, new Uint8Array(await file.arrayBuffer())))
  }
  const saveJson = () => {
    const about = { version, site, savedAt: new Date().toISOString() }
    const text = JSON.stringify(toChangeSetFile(lines, about), null, 2)
    download('change-set.json', new Blob([text], { type: 'application/json' }))
  }
  return (
    <>
      {refused !== null && <FailureNote {...explain(refused)} />}
      <div className="row row--wrap">
        <Button
          title="A change set, or a graph that was exported as JSON: its relations that are not here are drafted."
          onClick={() => input.current?.click()}
        >
          Import a change set…
        </Button>
        <Button disabled={lines.length === 0} onClick={saveJson}>
          Save as JSON
        </Button>
        <Button
          disabled={lines.length === 0}
          onClick={() => download('change-set.csv', new Blob([toCsv(lines)], { type: 'text/csv' }))}
        >
          Save as CSV
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json,.csv,application/json,text/csv"
          aria-label="Change set file"
          className="visually-hidden"
          tabIndex={-1}
          onChange={({ target }) => {
            void read(target.files?.[0])
            target.value = ''
          }}
        />
      </div>
    </>
  )
}
