import type { Command } from 'commander'
import { wholeNumber } from './values'

/** Where the window asks for a confirmation, the command line asks for this. */
export const trustHost = [
  '--trust-host',
  'the host in --site is your own Confluence Cloud site, although not on atlassian.net',
] as const

/** The options that say which site, and as whom. */
export const withConnection = (command: Command): Command =>
  command
    .option('--site <url>', 'the site, such as example.atlassian.net')
    .option(
      '--email <email>',
      'email of the account; the token is read from RELATION_EXPLORER_TOKEN',
    )
    .option(...trustHost)
    .option('--profile <id>', 'a stored connection, by its id or its site')
    .option('--data-dir <folder>', 'where connections are stored')
    .option('--concurrency <n>', 'calls at a time', wholeNumber(1, 8))
    .option('--timeout <ms>', 'longest wait for one answer', wholeNumber(1, 600_000))
