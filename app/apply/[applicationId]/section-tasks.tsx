import { type Task, TaskList } from '@/components/ui/task-list';
import type { SectionProgress, SectionState } from '@/lib/applications/form/progress';
import { judge } from '@/lib/applications/policy';
import type { ApplicationOnPage } from '@/lib/applications/queries';
import type { Actor } from '@/lib/kernel/actor';

interface SectionTasksProps {
  application: ApplicationOnPage;
  progress: SectionProgress[];
  actor: Actor;
  now: Date;
}

const states: Record<SectionState, Task['state']> = {
  untouched: { label: '未填写', tone: 'neutral' },
  begun: { label: '填写中', tone: 'warning' },
  complete: { label: '已填好', tone: 'success' },
  optional: { label: '选填', tone: 'neutral' },
};

/** The parts of the form while it can be filled in. */
export function SectionTasks({ application, progress, actor, now }: SectionTasksProps) {
  if (application.status !== 'DRAFT') return null;
  const { id } = application;
  const judgement = judge(actor, 'edit_form', application, now);
  const closed = judgement.answer === 'not_yet' ? judgement.because : undefined;
  const open = progress.filter(({ problems }) => problems.length > 0).length;
  const tasks: Task[] = progress.map(({ section, state, problems }) => ({
    title: section.title,
    href: closed ? undefined : `/apply/${id}/form/${section.slug}`,
    state: states[state],
    hint: state === 'begun' ? hintOf(problems) : undefined,
  }));
  const check: Task = {
    title: '核对信息并提交报名',
    href: `/apply/${id}/check`,
    state: open > 0 ? { label: '还不能提交', tone: 'neutral' } : { label: '可以提交', tone: 'info' },
    hint: open > 0 ? `还有 ${open} 个部分没有填好；现在也可以先核对已填的内容。` : undefined,
    blockedBy: closed,
  };
  return (
    <section>
      <h2>申报书</h2>
      <p className="mb-3">
        共 {progress.length} 个部分，{open > 0 ? `还有 ${open} 个需要填写` : '都已填好'}。填写的内容自动保存，可以换设备继续。
      </p>
      <TaskList label="申报书各部分" tasks={[...tasks, check]} />
    </section>
  );
}

function hintOf(problems: SectionProgress['problems']): string {
  const [first] = problems;
  return problems.length === 1 ? (first?.sentence ?? '') : `还有 ${problems.length} 处：${first?.sentence ?? ''}`;
}
