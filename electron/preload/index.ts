/**
 * A pipe and nothing else: the page hands over one message port, which goes to the main process.
 * What travels through it is checked there, against the contract.
 */
import { contextBridge, ipcRenderer } from 'electron'

const message = 'relation-explorer:connect'

contextBridge.exposeInMainWorld('relationExplorer', { shell: 'electron' })

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== window || event.origin !== window.location.origin) return
  if (event.data !== message || event.ports.length !== 1) return
  ipcRenderer.postMessage(message, null, [...event.ports])
})
