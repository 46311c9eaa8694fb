import { Pencil, Replace } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { explain, type Failure } from '@shared/failure'
import { counted, decodeText, isolated, quoted } from '@shared/text'
import {
  nearMiss,
  phrase,
  readVocabularyFile,
  vocabularyFormat,
  type Word,
} from '@shared/vocabulary'
import { Button, Dialog, FailureNote, IconButton, Isolated, useTell } from '../../ui'
import type { Vocabulary } from './store'
import { WordForm } from './word-form'

type Props = {
  open: boolean
  onClose: () => void
  vocabulary: Vocabulary
  /** How often each name stands in the drawn graph. */
  counts: ReadonlyMap<string, number>
  /** The line as it is drawn. */
  sample: (name: string) => ReactNode
  onSaveFile: (name: string, content: Blob) => void
  /** Renames every relation of a name; null where none may be. */
  renamer: (name: string) => (() => void) | null
}

/** The dictionary: every known name, how it looks and reads, and a way to change it. */
export function VocabularyDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Relation names"
      description="Confluence keeps no list of names, so this program does, for this site. It learns what it sees."
      wide
    >
      {open && <Words {...rest} />}
    </Dialog>
  )
}

function Words({
  vocabulary,
  counts,
  sample,
  onSaveFile,
  renamer,
}: Omit<Props, 'open' | 'onClose'>) {
  const { words, failure } = useStore(
    vocabulary.store,
    useShallow(({ words, failure }) => ({ words, failure })),
  )
  const tell = useTell()
  const [editing, setEditing] = useState<Word | null>(null)
  if (editing !== null) {
    return (
      <WordForm
        word={editing}
        onSave={(word) => {
          vocabulary.put(word)
          tell(`Saved ${quoted(word.name)}.`)
          setEditing(null)
        }}
        onForget={() => {
          vocabulary.forget(editing.name)
          tell(`Forgot ${quoted(editing.name)}.`)
          setEditing(null)
        }}
        onClose={() => setEditing(null)}
      />
    )
  }
  return (
    <div className="stack">
      {failure !== null && <FailureNote {...explain(failure)} />}
      <div className="wire__scroll" tabIndex={0} role="region" aria-label="List of names">
        <table className="wire__table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Line</th>
              <th scope="col">Reads</th>
              <th scope="col">Drawn</th>
              <th scope="col">
                <span className="visually-hidden">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {words.map((word) => (
              <tr key={word.name}>
                <td>
                  <Isolated text={word.name} />
                  {word.note !== undefined && <p className="hint">{word.note}</p>}
                </td>
                <td>{sample(word.name)}</td>
                <td>
                  <Isolated text={phrase(word, 'out')} /> / <Isolated text={phrase(word, 'in')} />
                </td>
                <td className="wire__number">{counts.get(word.name) ?? 0}</td>
                <td className="row">
                  <RenameButton name={word.name} rename={renamer(word.name)} />
                  <IconButton
                    label={`Change ${isolated(word.name)}`}
                    onClick={() => setEditing(word)}
                  >
                    <Pencil size={14} aria-hidden />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {words.length === 0 && <p className="hint">No name is known yet.</p>}
      </div>
      <NameToAdd
        known={words.map(({ name }) => name)}
        onAdd={(name) => {
          vocabulary.learn([name])
          tell(`Added ${quoted(name)}.`)
        }}
      />
      <Files vocabulary={vocabulary} words={words} onSaveFile={onSaveFile} />
    </div>
  )
}

type NameToAddProps = { known: readonly string[]; onAdd: (name: string) => void }

/** Where a name that the crawl has not met is written; one letter off a known name is asked about. */
function NameToAdd({ known, onAdd }: NameToAddProps) {
  const [added, setAdded] = useState('')
  const name = added.trim()
  const meant = nearMiss(name, known)
  return (
    <>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          onAdd(name)
          setAdded('')
        }}
      >
        <input
          className="text-input"
          aria-label="Name to add"
          placeholder="Add a name you know"
          value={added}
          maxLength={255}
          onChange={({ target }) => setAdded(target.value)}
        />
        <Button type="submit" disabled={name === ''}>
          Add
        </Button>
      </form>
      {meant !== null && (
        <p className="hint" role="status">
          Did you mean {quoted(meant)}? It is in the list already.
        </p>
      )}
    </>
  )
}

function RenameButton({ name, rename }: { name: string; rename: (() => void) | null }) {
  if (rename === null) return null
  return (
    <IconButton label={`Rename ${isolated(name)} in the whole graph`} onClick={rename}>
      <Replace size={14} aria-hidden />
    </IconButton>
  )
}

type FilesProps = Pick<Props, 'vocabulary' | 'onSaveFile'> & { words: readonly Word[] }

/** The dictionary as a file, out and in. */
function Files({ vocabulary, words, onSaveFile }: FilesProps) {
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<string | Failure>('')
  const read = async (file: File | undefined) => {
    if (file === undefined) return
    const { text } = decodeText(new Uint8Array(await file.arrayBuffer()), TextDecoder)
    const result = readVocabularyFile(text)
    if (result.ok) {
      vocabulary.merge(result.words)
      setSaid(`${counted(result.words.length, 'name')} imported.`)
    } else setSaid(result.failure)
  }
  const save = () => {
    const text = JSON.stringify({ format: vocabularyFormat, words }, null, 2)
    onSaveFile('relation-names.json', new Blob([text], { type: 'application/json' }))
  }
  return (
    <>
      <div className="row row--wrap">
        <Button onClick={save} disabled={words.length === 0}>
          Export names
        </Button>
        <Button onClick={() => input.current?.click()}>Import names…</Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          aria-label="File of names"
          className="visually-hidden"
          tabIndex={-1}
          onChange={({ target }) => {
            void read(target.files?.[0])
            target.value = ''
          }}
        />
        {typeof said === 'string' && (
          <span className="hint" role="status">
            {said}
          </span>
        )}
      </div>
      {typeof said !== 'string' && <FailureNote {...explain(said)} />}
    </>
  )
}
