import { readFileSync } from 'node:fs';
import type { Io } from '../../host/io.ts';
import * as messages from '../messages.ts';
import { MARKER } from './comment-text.ts';

/** How long to wait for GitHub, in milliseconds. */
const PATIENCE = 20_000;
/** The most pages of a hundred comments that are searched. */
const MOST_PAGES = 20;

/** The pull request that is being checked, from the environment of the job. */
interface PullRequest {
  api: string;
  /** `owner/name`. */
  repository: string;
  number: number;
  token: string;
}

/** The pull request of this job, or why there is none to comment on. */
export function pullRequestIn(env: Io['env']): PullRequest | string {
  const repository = env.GITHUB_REPOSITORY ?? '';
  const number = numberIn(env);
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || number === null) return messages.noPullRequest;
  if (!env.GITHUB_TOKEN) return messages.noToken;
  return { api: env.GITHUB_API_URL || 'https://api.github.com', repository, number, token: env.GITHUB_TOKEN };
}

function numberIn({ GITHUB_EVENT_PATH: path, GITHUB_REF: ref = '' }: Io['env']): number | null {
  const [, byRef] = /^refs\/pull\/(\d+)\//.exec(ref) ?? [];
  if (byRef) return Number(byRef);
  try {
    const event = JSON.parse(readFileSync(path ?? '', 'utf8')) as { pull_request?: { number?: unknown } };
    const number = event.pull_request?.number;
    return typeof number === 'number' ? number : null;
  } catch {
    return null;
  }
}

/** An error that GitHub returned. */
class Refused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(messages.gitHubAnswered(status));
    this.status = status;
  }
}

interface Comment {
  id: number;
  body: string;
  user: { login: string; type: string } | null;
}

/**
 * Writes the comment on a pull request: replaces the earlier one, or adds it. Returns what happened, for people. A
 * token that may not write, as on pull requests from forks, is not an error.
 */
export async function putComment(pull: PullRequest, text: string): Promise<string> {
  const issue = `repos/${pull.repository}/issues`;
  try {
    const own = await ownComment(pull);
    if (own?.body === text) return messages.commentUpToDate;
    if (own) await call(pull, 'PATCH', `${issue}/comments/${own.id}`, { body: text });
    else await call(pull, 'POST', `${issue}/${pull.number}/comments`, { body: text });
    return own ? messages.commentUpdated : messages.commentWritten;
  } catch (error) {
    if (error instanceof Refused && [401, 403, 404].includes(error.status)) return messages.mayNotWrite(error.status);
    return messages.noComment(error instanceof Error ? error.message : String(error));
  }
}

async function ownComment(pull: PullRequest): Promise<Comment | null> {
  const me = await login(pull);
  for (let page = 1; page <= MOST_PAGES; page++) {
    const path = `repos/${pull.repository}/issues/${pull.number}/comments?per_page=100&page=${page}`;
    const comments = (await call(pull, 'GET', path)) as Comment[];
    // Others may quote the comment, or begin one alike.
    const own = comments.find(
      ({ body, user }) => body.startsWith(MARKER) && (me === null ? user?.type === 'Bot' : user?.login === me),
    );
    if (own) return own;
    if (comments.length < 100) return null;
  }
  return null;
}

/** The user of the token; null for the token of a job, which may not ask. */
async function login(pull: PullRequest): Promise<string | null> {
  try {
    return ((await call(pull, 'GET', 'user')) as { login: string }).login;
  } catch {
    return null;
  }
}

async function call({ api, token }: PullRequest, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${api}/${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'spec-wizard',
      'x-github-api-version': '2022-11-28',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Refused(response.status);
  return response.json();
}
