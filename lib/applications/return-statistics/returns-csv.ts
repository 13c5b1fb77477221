import { levelNames } from '@/lib/catalogue/labels';
import { csvOf } from '@/lib/kernel/csv';
import { tableDateTime } from '@/lib/kernel/dates';
import { checkTitle } from '../preflight/checks';
import { outcomeWords } from './labels';
import type { Returned } from './queries';

const header = ['申报编号', '姓名', '级别', '认证年度', '版本', '退回时间', '审查人员', '原因', '位置', '说明', '由哪项检查发现', '检查结果'];

/** A line for every reason of every return. */
export function returnsCsv(returns: readonly Returned[], reason?: string): string {
  return csvOf(
    header,
    returns.flatMap(({ reasons, ...of }) =>
      reasons
        .filter(({ code }) => !reason || code === reason)
        .map(({ label, place, note, check, checkOutcome }) => [
          ...[of.number, of.personName, levelNames[of.level], of.cycleName, of.formVersion],
          ...[tableDateTime(of.decidedAt), of.decidedByName, label, place, note],
          ...[checkTitle(check), outcomeWords(check, checkOutcome)],
        ]),
    ),
  );
}
