import type { Bench, Figure, MeasuringContext } from './measurement';
import { applicantOn } from './pages/applicant-on';
import { requestsASecond } from './pages/requests-a-second';

const ROUNDS = 7;
const LOAD = { visitors: 8, seconds: 3 };
const SETTLING = { visitors: 8, seconds: 2 };

/** The task list with its queries and its signed-in person, in turns with a page of the same server that does nothing. */
async function run(context: MeasuringContext): Promise<Figure[]> {
  const { url, cookie, applicationId } = await applicantOn(context);
  const taskList = { url: `${url}/apply/${applicationId}`, cookie, expects: '核对信息并提交报名' };
  const empty = { url: `${url}/personas/empty`, expects: '空白页' };
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const page of [taskList, empty]) await requestsASecond(page, SETTLING);
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await requestsASecond(taskList, LOAD));
    theirs.push(await requestsASecond(empty, LOAD));
  }
  const [task, nothing] = [median(ours), median(theirs)];
  return [
    {
      name: 'page.task_list',
      unit: 'requests/s',
      ours: rounded(task),
      baseline: rounded(nothing),
      baselineName: 'an empty page of the same Next server, nobody signed in, no query',
      ratio: rounded(task / nothing),
      runs: ROUNDS,
      seed: context.seed,
    },
  ];
}

const median = (values: number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
const rounded = (value: number): number => Math.round(value * 100) / 100;

export default { name: 'page.task_list', run } satisfies Bench;
