import http from 'node:http';

interface Visit {
  url: string;
  cookie?: string;
  /** Words that a right answer holds. */
  expects: string;
}

interface Load {
  visitors: number;
  seconds: number;
}

/** Answers a second while so many visitors ask one after the other; a wrong answer ends the measurement. */
export async function requestsASecond(visit: Visit, { visitors, seconds }: Load): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: visitors });
  const start = performance.now();
  const end = start + seconds * 1000;
  let answered = 0;
  const visitor = async () => {
    while (performance.now() < end) {
      const body = await answerOf(visit, agent);
      if (!body.includes(visit.expects)) throw new Error(`${visit.url} did not say “${visit.expects}”`);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: visitors }, visitor));
  agent.destroy();
  return (answered * 1000) / (performance.now() - start);
}

function answerOf({ url, cookie }: Visit, agent: http.Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers: cookie ? { cookie } : {} }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(parts).toString('utf8'));
        else reject(new Error(`${url} was answered with ${response.statusCode}`));
      });
    });
    request.on('error', reject);
  });
}
