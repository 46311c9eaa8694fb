/** Answers away from the page, and writes answers down, so that the page always answers. */
import { type AskMessage, createAnswering } from './answering'

const answering = createAnswering()

self.onmessage = ({ data }: MessageEvent<AskMessage>) => {
  const reply = answering(data)
  if (reply !== null) self.postMessage(reply)
}
