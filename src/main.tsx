import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { explain } from '@shared/failure'
import { App } from './app/app'
import { attempt, connect, toFailure } from './transport'
import { afterPress, FailureNote } from './ui'
import './ui/styles/index.css'

const place = document.getElementById('root')
if (place === null) throw new Error('The page has no root element.')
const root = createRoot(place)

try {
  const connection = await connect(afterPress)
  const info = await attempt(connection.client.shell.info())
  root.render(
    <StrictMode>
      {info.ok ? (
        <App connection={connection} shell={info.value} />
      ) : (
        <FailureNote {...explain(info.failure)} />
      )}
    </StrictMode>,
  )
} catch (error) {
  root.render(<FailureNote {...explain(toFailure(error))} />)
}
