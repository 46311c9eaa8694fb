import { type ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'

type Props = {
  /** Beside the stage, or null where it is hidden. */
  left: ReactNode
  stage: ReactNode
  /** Under the stage, or null where it is closed. */
  dock: ReactNode
  /** Px. */
  dockHeight: number
  onDockHeight: (height: number) => void
  right: ReactNode
}

/** What both panels beside the stage have in common: they keep their px when the window changes. */
const beside = {
  className: 'pane',
  maxSize: 520,
  groupResizeBehavior: 'preserve-pixel-size',
} as const

/** Px round a line that take a press: a finger needs 24; a mouse has scrollbars right beside it. */
const reach = { coarse: 24, fine: 10 }

/** Panels round the stage; the lines between them are dragged, or moved with the arrow keys. */
export function Panes({ left, stage, dock, dockHeight, onDockHeight, right }: Props) {
  return (
    <Group className="panes" orientation="horizontal" disableCursor resizeTargetMinimumSize={reach}>
      {left !== null && (
        <Panel id="left" defaultSize={300} minSize={180} {...beside}>
          {left}
        </Panel>
      )}
      {left !== null && <Line label="Width of the left panel" />}
      <Panel id="middle" className="pane" minSize={200}>
        <Group orientation="vertical" disableCursor resizeTargetMinimumSize={reach}>
          <Panel id="stage" className="pane" minSize={160}>
            {stage}
          </Panel>
          {dock !== null && <Line label="Height of the outline" />}
          {dock !== null && (
            <Panel
              id="dock"
              className="pane"
              defaultSize={dockHeight}
              minSize={120}
              groupResizeBehavior="preserve-pixel-size"
              onResize={({ inPixels }) => onDockHeight(Math.round(inPixels))}
            >
              {dock}
            </Panel>
          )}
        </Group>
      </Panel>
      {right !== null && <Line label="Width of the details" />}
      {right !== null && (
        <Panel id="right" defaultSize={280} minSize={200} {...beside}>
          <div className="right-column">{right}</div>
        </Panel>
      )}
    </Group>
  )
}

const Line = ({ label }: { label: string }) => (
  <Separator className="pane-line" aria-label={label} />
)
