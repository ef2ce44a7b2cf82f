import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Debian's own Python, which is the one that Debian's python3-feedparser is for. */
const python = '/usr/bin/python3';

export interface ReadFeed {
  /** Whether the parser stumbled: not well-formed, or a media type or encoding that does not fit. */
  readonly bozo: boolean;
  readonly version: string;
  readonly feed: Record<string, unknown>;
  readonly entries: (Record<string, unknown> & { title: string; id: string; link: string })[];
}

const script = `
import sys, json, feedparser
found = feedparser.parse(sys.stdin.buffer.read(), response_headers={'content-type': 'application/atom+xml; charset=utf-8'}, sanitize_html=False)
json.dump({'bozo': bool(found.bozo), 'version': found.version, 'feed': found.feed, 'entries': found.entries}, sys.stdout, default=list)
`;

/** Whether Debian's python3-feedparser is here. */
export async function hasFeedparser(): Promise<boolean> {
  return run(python, ['-c', 'import feedparser']).then(
    () => true,
    () => false,
  );
}

/** The feed as an independent reader takes it. */
export async function readFeed(xml: string): Promise<ReadFeed> {
  const reading = run(python, ['-c', script], { maxBuffer: 50 * 1024 * 1024 });
  reading.child.stdin?.end(xml);
  return JSON.parse((await reading).stdout) as ReadFeed;
}
