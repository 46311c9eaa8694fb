import { Component, type ReactNode } from 'react'
import { explain } from '@shared/failure'
import { Button, FailureNote } from '../ui'

type Props = { children: ReactNode }
type State = { broken: boolean }

/** A fault in the page is said in words; React knows it only in a class. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <main className="welcome">
        <FailureNote {...explain({ kind: 'bug', reference: 'page' })} />
        <div>
          <Button onClick={() => this.setState({ broken: false })}>Show the graph again</Button>
        </div>
      </main>
    )
  }
}
