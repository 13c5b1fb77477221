import { Banner } from '@/components/ui/banner';
import { nameSubjects } from '@/lib/audit/name-subjects';
import { verifyAudit } from '@/lib/audit/verify-audit';
import { verifySeals } from '@/lib/audit/verify-seals';
import { longDateTime } from '@/lib/kernel/dates';

/** Whether every record still follows from the one before it, and whether all that were sealed are still there. */
export async function AuditCheck() {
  const [{ checked, faults }, { sealedAt, isWhole }] = await Promise.all([verifyAudit(), verifySeals()]);
  if (faults.length > 0) {
    const subjects = await nameSubjects(faults.map(({ stream }) => stream));
    return (
      <Banner tone="danger" title="校验链有破损，请立即报告">
        {faults.map(({ stream, sequence }) => `${subjects.get(stream) ?? '系统'}的第 ${sequence} 条`).join('；')}
        与校验链不符，可能被改动，或者它前面的记录被删除。
      </Banner>
    );
  }
  if (!isWhole) {
    return (
      <Banner tone="danger" title="与最近一次封存不符，请立即报告">
        {sealedAt ? `${longDateTime(sealedAt)} 封存之前的记录` : '记录'}有缺失：有的记录从末尾被删除了。
      </Banner>
    );
  }
  return (
    <Banner tone="success" title="校验链完整">
      刚刚核对了全部 {checked} 条记录。
      {sealedAt
        ? `最近一次封存是 ${longDateTime(sealedAt)}，封存的记录都在。`
        : '每天零点后封存一次，现在还没有封存过。'}
    </Banner>
  );
}
