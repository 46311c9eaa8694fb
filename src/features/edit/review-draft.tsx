import { X } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { type ChangeLine, describeLine, lineKey, toChangeSetFile, toCsv } from '@shared/edit'
import { explain, type Failure } from '@shared/failure'
import { agree, counted } from '@shared/text'
import { Button, FailureNote, IconButton } from '../../ui'
import { useSaveFile } from '../export/panels'
import type { GraphModel } from '../graph'
import { applyDraft } from './apply-draft'
import type { Draft } from './draft'
import { type Check, checkOf, toApply, whyNotSent } from './draft-state'
import { ImportNote } from './import-note'
import { groupLines, outcomeWords, summaryOf } from './review-words'
import type { Edits } from './store'

type Props = {
  draft: Draft
  edits: Edits
  graph: GraphModel
  version: string
  site: string
  onEntry: (entry: string | null) => void
  onUndo: (acts: readonly string[]) => void
}

/** Lines of a group that are listed; the others are in it all the same. */
const listed = 300

export function ReviewDraft({ draft, edits, graph, version, site, onEntry, onUndo }: Props) {
  const state = useStore(draft.store, (all) => all)
  const { lines, checks, leftOut, checking, failure } = state
  const readOnly = useStore(edits.store, (state) => state.readOnly)
  const [refused, setRefused] = useState<Failure | null>(null)
  const reason = useId()
  const { chosen, unchecked, failed } = toApply(state)
  const why = notYet(unchecked, failed, checking)
  const apply = async () => {
    const outcome = await applyDraft({ draft, edits }, chosen, onEntry)
    if (outcome.entry === null) setRefused(outcome.failure)
  }
  const problem = refused ?? failure ?? readOnly
  return (
    <div className="stack">
      <p role="status">{summaryOf(lines, checks, checking)}</p>
      {problem !== null && <FailureNote {...explain(problem)} />}
      <ImportNote {...{ draft, edits, onUndo }} />
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
      {why !== null && (
        <p className="hint" id={reason}>
          {why}
        </p>
      )}
      <div className="row row--end">
        {!checking && unchecked + failed > 0 && (
          <Button onClick={() => void draft.checkAgain()}>Check again</Button>
        )}
        <Button look="quiet" disabled={lines.length === 0} onClick={draft.clear}>
          Empty the draft
        </Button>
        <Button
          look="main"
          disabled={chosen.length === 0 || unchecked > 0 || readOnly !== null}
          {...(why === null ? {} : { 'aria-describedby': reason })}
          onClick={() => void apply()}
        >
          Apply {counted(chosen.length, 'change')}
        </Button>
      </div>
    </div>
  )
}

/** Why the draft, or a part of it, cannot be applied yet; null where nothing is in the way. */
function notYet(unchecked: number, failed: number, checking: boolean): string | null {
  if (unchecked > 0) {
    const many = agree(unchecked, 'One change is', `${unchecked} changes are`)
    return `${many} not checked yet. ${checking ? 'It can be applied when Confluence has answered.' : 'Check again, or leave them out, to apply the others.'}`
  }
  if (failed === 0) return null
  const many = agree(failed, 'One change', `${failed} changes`)
  return `${many} could not be checked, and will not be sent. Check again to send them too.`
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
  const state = useId()
  return (
    <li className="review__line">
      <label>
        <input
          type="checkbox"
          checked={taken && why === null}
          disabled={why !== null}
          {...(check === undefined ? {} : { 'aria-describedby': state })}
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
        <span id={state} className={why === null ? 'tag' : 'tag tag--still'}>
          {why ?? outcomeWords[line.action]}
        </span>
      )}
      <IconButton label={`Take out: ${sentence}`} onClick={() => draft.remove(line)}>
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  )
}

type FilesProps = Pick<Props, 'draft' | 'version' | 'site'> & { lines: readonly ChangeLine[] }

/** The draft as a file, out and in. */
function Files({ draft, version, site, lines }: FilesProps) {
  const input = useRef<HTMLInputElement>(null)
  const saveFile = useSaveFile()
  const about = useId()
  const [refused, setRefused] = useState<Failure | null>(null)
  const read = async (file: File | undefined) => {
    if (file === undefined) return
    setRefused(await draft.take(file.name, new Uint8Array(await file.arrayBuffer())))
  }
  const saveJson = () => {
    const about = { version, site, savedAt: new Date().toISOString() }
    const text = JSON.stringify(toChangeSetFile(lines, about), null, 2)
    saveFile('change-set.json', new Blob([text], { type: 'application/json' }))
  }
  return (
    <>
      {refused !== null && <FailureNote {...explain(refused)} />}
      <div className="row row--wrap">
        <Button aria-describedby={about} onClick={() => input.current?.click()}>
          Import a change set…
        </Button>
        <Button disabled={lines.length === 0} onClick={saveJson}>
          Save as JSON
        </Button>
        <Button
          disabled={lines.length === 0}
          onClick={() => saveFile('change-set.csv', new Blob([toCsv(lines)], { type: 'text/csv' }))}
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
      <p className="hint" id={about}>
        A change set, or a graph that was exported as JSON: its relations that are not here are
        drafted.
      </p>
    </>
  )
}
