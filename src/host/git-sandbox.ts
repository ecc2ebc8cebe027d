/**
 * A repository may have come from anyone, with a configuration that names programs to run: each that a command below
 * could reach is switched off here.
 */
const SETTINGS = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.pager', 'cat'],
  ['core.sshCommand', 'false'],
  ['core.alternateRefsCommand', 'false'],
  ['credential.helper', ''],
  ['log.showSignature', 'false'],
  ['log.mailmap', 'false'],
  ['mailmap.file', ''],
  // A protocol of its own goes before all of them, so each that runs a program or reads files is named.
  ...['', 'ext.', 'file.', 'git.', 'ssh.', 'http.', 'https.'].map((name) => [
    `protocol.${name}allow`,
    'never',
  ]),
].flatMap(([key, value]) => ['-c', `${key}=${value}`]);

/** The environment git runs in. With it git never prompts, takes no optional locks and fetches no objects. */
export const GIT_ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  // Git before 2.45 knows the line above not at all; a list of allowed protocols goes before every configuration.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_PAGER: 'cat',
  GIT_ASKPASS: 'false',
  SSH_ASKPASS: 'false',
  GIT_NO_REPLACE_OBJECTS: '1',
  LC_ALL: 'C',
};

/** The options that go before every command of git's. */
export const SAFE_OPTIONS = ['--no-pager', '--literal-pathspecs', ...SETTINGS];

/** How long git may take, in milliseconds. */
export const GIT_TIMEOUT = 10_000;
