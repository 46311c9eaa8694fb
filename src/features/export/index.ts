/** What can leave the program as a file. */
export { download } from './download'
