import {
  Download,
  FileBox,
  History,
  PencilRuler,
  Redo2,
  Search,
  Undo2,
  Waypoints,
} from 'lucide-react'
import { type RefObject, useState } from 'react'
import { useStore } from 'zustand'
import type { Profile } from '@shared/contract'
import type { Credentials } from '../features/credentials'
import { SiteMenu } from '../features/credentials/panels'
import { LayoutMenu } from '../features/canvas/panels'
import { keysOf, menuUnder, type Workbench } from '../commands'
import {
  ActButton,
  ActIcon,
  contextOf,
  type Found,
  foundGroup,
  foundKey,
  FoundRow,
  foundTitle,
  openFound,
  useFound,
} from '../commands/panels'
import { SearchBox } from '../ui'
import { ReadOnlyMark } from './read-only-mark'
import type { Session } from '../session'

type Props = {
  session: Session
  workbench: Workbench
  credentials: Credentials
  onOpen: (profile: Profile, workspace?: string) => void
  onLeave: () => void
  findRef: RefObject<HTMLInputElement | null>
}

export function TopBar({ session, workbench, credentials, onOpen, onLeave, findRef }: Props) {
  const { view, canvas, draft, edits, profile, notices } = session
  const drafting = useStore(draft.store, (state) => state.on)
  const readOnly = useStore(edits.store, (state) => state.readOnly)
  const { desk } = workbench
  return (
    <header className="top-bar" data-panel="top" tabIndex={-1}>
      <h1 className="top-bar__name">
        <Waypoints size={20} aria-hidden />
        <span className="top-bar__words">Relation Explorer</span>
      </h1>
      <SiteMenu
        {...{ credentials, onOpen, onLeave }}
        current={profile}
        onCheck={() => desk.show({ kind: 'site-check' })}
      />
      <ActButton act="workspace" look="quiet">
        <FileBox size={15} aria-hidden /> Workspace
      </ActButton>
      {readOnly !== null && (
        <ReadOnlyMark {...{ notices, readOnly }} className="tag">
          Read-only
        </ReadOnlyMark>
      )}
      <FindBox {...{ session, findRef }} onFound={desk.toNodes} />
      <LayoutMenu {...{ view, canvas }} items={useLayoutItems(workbench)} />
      <div className="top-bar__pair">
        <ActIcon act="undo">
          <Undo2 size={16} aria-hidden />
        </ActIcon>
        <ActIcon act="redo">
          <Redo2 size={16} aria-hidden />
        </ActIcon>
      </div>
      <ActButton act="draft" look="quiet" aria-pressed={drafting}>
        <PencilRuler size={15} aria-hidden /> Draft
      </ActButton>
      <ActButton act="history" look="quiet">
        <History size={15} aria-hidden /> History
      </ActButton>
      <ActButton act="export" look="quiet">
        <Download size={15} aria-hidden /> Export…
      </ActButton>
    </header>
  )
}

/** Layouts, and by what to group; a new list when another of them is the one in use. */
function useLayoutItems(workbench: Workbench) {
  useStore(workbench.view.store, (state) => state.layout)
  useStore(workbench.view.store, (state) => state.groupBy)
  return menuUnder(['Layout', 'Group by'], contextOf(workbench))
}

function FindBox({
  session,
  findRef,
  onFound,
}: Pick<Props, 'session' | 'findRef'> & { onFound: () => void }) {
  const [text, setText] = useState('')
  const { found, status } = useFound(session, text)
  return (
    <div className="find-box">
      <SearchBox<Found>
        label="Find in the graph and on the site"
        hideLabel
        placeholder={`Find (${keysOf('find')})`}
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
