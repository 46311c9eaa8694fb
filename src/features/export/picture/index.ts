/** Paints a scene into a file, in a worker. */
export { type PictureRun, runPicture } from './run-picture'
