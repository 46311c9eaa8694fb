/** Paints a scene into a file, in a worker. */
export { runPicture } from './run-picture'
