// Pages a second of home, list and practice, beside a bare Node server that sends the same bytes from memory, in turn, in one run.
import { Agent, createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { benchServer } from './running-server.ts';
import { median } from './median.ts';

const paths = ['/en', '/en/practices', '/en/practices/cultural-spaces-svendborg'];
const rounds = 5;
const roundMs = 2_000;
const connections = 8;
const agent = new Agent({ keepAlive: true, maxSockets: connections });

type Answer = { body: Buffer; headers: IncomingHttpHeaders };

function get(url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        if (response.statusCode === 200) resolve({ body: Buffer.concat(parts), headers: response.headers });
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Answers a second while `connections` ask one after the other. */
async function rate(url: string): Promise<number> {
  const end = performance.now() + roundMs;
  const counts = await Promise.all(
    Array.from({ length: connections }, async () => {
      let count = 0;
      for (; performance.now() < end; count += 1) await get(url);
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / (roundMs / 1000);
}

const nacre = await benchServer();
const kept = new Map<string, Answer>();
const bare = createServer((asked, response) => {
  const answer = kept.get(asked.url ?? '');
  response.writeHead(answer ? 200 : 404, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
  response.end(answer?.body);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => bare.once('listening', resolve));
const bareOrigin = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;

for (const path of paths) {
  kept.set(path, await get(nacre.origin + path));
  await rate(nacre.origin + path);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await rate(nacre.origin + path));
    theirs.push(await rate(bareOrigin + path));
  }
  const ratio = median(ours) / median(theirs);
  process.stdout.write(
    `${path}: ${median(ours).toFixed(0)} pages/s, bare server ${median(theirs).toFixed(0)}/s, ratio ${ratio.toFixed(3)}, ${kept.get(path)?.body.length} bytes gzip\n`,
  );
}
agent.destroy();
bare.close();
await nacre.stop();
