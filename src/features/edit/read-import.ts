import { type BadLine, type ChangeLine, readChangeSet } from '@shared/edit'
import { isGraphText, linesLacking, readGraph } from '@shared/export'
import type { Failure } from '@shared/failure'
import type { EdgeId } from '@shared/graph'
import { counted, isolated } from '@shared/text'

export type ReadImport =
  | {
      readonly ok: true
      readonly lines: readonly ChangeLine[]
      readonly bad: readonly BadLine[]
      /** What to say of the file once it is known how many lines were new to the draft. */
      readonly notes: (added: number) => string[]
    }
  | { readonly ok: false; readonly failure: Failure }

type Here = { readonly site: string; readonly isThere: (id: EdgeId) => boolean }

/** Reads what a person chose for the draft: a change set, or an exported graph. */
export const readImport = (name: string, text: string, here: Here): ReadImport =>
  isGraphText(text) ? graphAsChanges(name, text, here) : changeSet(name, text, here)

const said = (sentences: readonly string[]): string[] => sentences.filter((one) => one !== '')

function changeSet(name: string, text: string, { site }: Here): ReadImport {
  const read = readChangeSet(text, name)
  if (!read.ok) return read
  const { lines, bad, doubles } = read
  const isOther = read.site !== null && read.site !== site
  return {
    ...{ ok: true, lines, bad },
    notes: (added) =>
      said([
        added > 0 ? `${counted(added, 'change')} imported from ${isolated(name)}.` : '',
        doubles > 0 ? `${counted(doubles, 'duplicate line')} skipped.` : '',
        lines.length > added ? `${lines.length - added} were in the draft already.` : '',
        isOther
          ? `The file was saved for ${read.site}, and this is ${site}: its ids may mean something else here.`
          : '',
      ]),
  }
}

/** Relations of the graph that are not there become changes that make them. */
function graphAsChanges(name: string, text: string, { site, isThere }: Here): ReadImport {
  const read = readGraph(text, name, site)
  if (!read.ok) return read
  const { lines, refused } = linesLacking(read.file, isThere)
  const there = read.file.edges.length - lines.length - refused
  return {
    ...{ ok: true, lines, bad: [] },
    notes: (added) =>
      said([
        `${isolated(name)} is a graph: ${added} of its relations are not in this one and were drafted.`,
        there > 0 ? `${there} are here already.` : '',
        lines.length > added ? `${lines.length - added} were in the draft already.` : '',
        refused > 0 ? `${refused} cannot be made by hand, as page links cannot.` : '',
      ]),
  }
}
