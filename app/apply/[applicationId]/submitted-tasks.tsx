import { type Task, TaskList } from '@/components/ui/task-list';
import { type Ability, judge } from '@/lib/applications/policy';
import type { ApplicationOnPage } from '@/lib/applications/queries';
import { unitPaysWords, unitShare } from '@/lib/applications/unit-orders/unit-payment';
import type { Actor } from '@/lib/kernel/actor';
import { longDateTime } from '@/lib/kernel/dates';
import { yuan } from '@/lib/kernel/money';
import { orderStatusLabel } from '@/lib/payments/labels';

interface SubmittedTasksProps {
  application: ApplicationOnPage;
  actor: Actor;
  now: Date;
}

const done: Task['state'] = { label: '已完成', tone: 'success' };
const printable: Task['state'] = { label: '可以打印', tone: 'info' };

/** What is left between the issued form and a complete application: the stamp and the payment, in either order. */
export function SubmittedTasks(props: SubmittedTasksProps) {
  const { status, formVersion } = props.application;
  if (formVersion === 0 || status === 'WITHDRAWN' || status === 'DISCARDED') return null;
  const isReturned = status === 'RETURNED';
  if (status !== 'DRAFT' && status !== 'AWAITING_STAMP' && status !== 'SUBMITTED' && !isReturned) return null;
  return (
    <section>
      <h2>材料和缴费</h2>
      <p className="mb-3">盖章件和缴费都完成，申报才算完成；先后次序不限。</p>
      <TaskList label="材料和缴费" tasks={[printTask(props), stampTask(props), payTask(props)]} />
    </section>
  );
}

function printTask({ application: { id, status, snapshots, hasMaterials } }: SubmittedTasksProps): Task {
  const [form] = snapshots;
  const issued = form ? `第 ${form.version} 版，${longDateTime(form.lockedAt)} 生成。` : '';
  return {
    title: '打印申报书，签字并加盖单位公章',
    href: `/apply/${id}/stamp-guide`,
    state: status === 'DRAFT' ? { label: '修改中', tone: 'warning' } : hasMaterials ? done : printable,
    hint: issued,
    blockedBy: status === 'DRAFT' ? '申报书正在修改，重新核对并提交后再打印。' : undefined,
  };
}

function stampTask(props: SubmittedTasksProps): Task {
  const { id, hasMaterials, stampedForms } = props.application;
  const [stamped] = stampedForms;
  return {
    title: '上传盖章扫描件',
    href: `/apply/${id}/submit`,
    state: hasMaterials ? done : { label: '待上传', tone: 'warning' },
    hint: hasMaterials && stamped ? `${longDateTime(stamped.uploadedAt)} 提交。` : '由您或所在单位的管理员上传。',
    blockedBy: hasMaterials ? undefined : because(props, 'submit_stamped_form'),
  };
}

function payTask(props: SubmittedTasksProps): Task {
  const { id, hasPayment, orders, cycle } = props.application;
  const [order] = orders;
  const share = unitShare(props.application);
  if (share) {
    return {
      title: `缴费 ${yuan(share.amountFen)}`,
      href: `/apply/${id}/pay`,
      state: hasPayment ? done : { label: '单位缴费中', tone: 'info' },
      hint: hasPayment ? `由${share.order.unit?.name ?? '所在单位'}缴费。` : unitPaysWords(share),
    };
  }
  return {
    title: order ? `缴费 ${yuan(order.totalFen)}` : '缴费',
    href: `/apply/${id}/pay`,
    state: hasPayment || !order ? done : orderStatusLabel(order.status, cycle.texts),
    blockedBy: hasPayment ? undefined : because(props, 'pay'),
  };
}

function because({ application, actor, now }: SubmittedTasksProps, ability: Ability): string | undefined {
  const judgement = judge(actor, ability, application, now);
  return judgement.answer === 'not_yet' ? judgement.because : undefined;
}
