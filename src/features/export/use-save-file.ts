import { quoted } from '@shared/text'
import { useTell } from '../../ui'
import { download } from './download'

/** Hands a file to the person and says so, for who does not see where the browser shows it. */
export function useSaveFile(): (name: string, content: Blob) => void {
  const tell = useTell()
  return (name, content) => {
    download(name, content)
    tell(`${quoted(name)} is ready to be saved.`)
  }
}
