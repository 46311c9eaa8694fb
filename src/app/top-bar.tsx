import { Download, FileBox, History, PencilRuler, Search, Waypoints } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { useStore } from 'zustand'
import type { Profile } from '@shared/contract'
import { explain } from '@shared/failure'
import { type Credentials, SiteMenu } from '../features/credentials'
import { LayoutMenu } from '../features/canvas/panels'
import { Button, SearchBox } from '../ui'
import { type Found, openFound, useFound } from './found'
import { foundGroup, foundKey, FoundRow, foundTitle } from './found-row'
import type { Session } from './session'
import type { WorkDialog } from './work-dialog'

type Props = {
  session: Session
  credentials: Credentials
  onOpen: (profile: Profile, workspace?: string) => void
  onLeave: () => void
  findRef: RefObject<HTMLInputElement | null>
  /** The keyboard goes where what was found is. */
  onFound: () => void
  onDialog: (dialog: WorkDialog) => void
}

export function TopBar(props: Props) {
  const { session, credentials, onOpen, onLeave, findRef, onFound, onDialog } = props
  const drafting = useStore(session.draft.store, (state) => state.on)
  const readOnly = useStore(session.edits.store, (state) => state.readOnly)
  const empty = useStore(session.graph.store, (state) => state.graph.nodes.size === 0)
  return (
    <header className="top-bar" data-panel="top">
      <h1 className="top-bar__name">
        <Waypoints size={20} aria-hidden />
        <span className="top-bar__words">Relation Explorer</span>
      </h1>
      <SiteMenu
        credentials={credentials}
        current={session.profile}
        onOpen={onOpen}
        onCheck={() => onDialog({ kind: 'site-check' })}
        onLeave={onLeave}
      />
      <Button look="quiet" onClick={() => onDialog({ kind: 'workspace' })}>
        <FileBox size={15} aria-hidden /> Workspace
      </Button>
      {readOnly !== null && (
        <span className="tag tag--still" title={explain(readOnly).sentence}>
          Read-only
        </span>
      )}
      <FindBox {...{ session, findRef, onFound }} />
      <LayoutMenu view={session.view} canvas={session.canvas} />
      <Button
        look="quiet"
        aria-pressed={drafting}
        disabled={readOnly !== null}
        onClick={() => session.draft.setOn(!drafting)}
      >
        <PencilRuler size={15} aria-hidden /> Draft
      </Button>
      <Button look="quiet" onClick={() => onDialog({ kind: 'history' })}>
        <History size={15} aria-hidden /> History
      </Button>
      <Button look="quiet" disabled={empty} onClick={() => onDialog({ kind: 'export' })}>
        <Download size={15} aria-hidden /> Export…
      </Button>
    </header>
  )
}

function FindBox({ session, findRef, onFound }: Pick<Props, 'session' | 'findRef' | 'onFound'>) {
  const [text, setText] = useState('')
  const { found, status } = useFound(session, text)
  return (
    <div className="find-box">
      <SearchBox<Found>
        label="Find in the graph and on the site"
        hideLabel
        placeholder="Find (Ctrl+F)"
        text={text}
        onText={setText}
        items={found}
        groupOf={foundGroup}
        keyOf={foundKey}
        textOf={foundTitle}
        render={(one) => <FoundRow found={one} />}
        onPick={(one) => {
          setText('')
          onFound()
          void openFound(session, one)
        }}
        status={text.trim() === '' ? 'Type a title, or paste an address.' : status}
        inputRef={findRef}
        icon={<Search size={15} aria-hidden />}
      />
    </div>
  )
}
