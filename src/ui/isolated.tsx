import { balanced } from '@shared/text'

/** A title or name from outside: whatever way it runs, the words around it stay as they are. */
export const Isolated = ({ text }: { text: string }) => <bdi>{balanced(text)}</bdi>
