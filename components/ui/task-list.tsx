import type { ReactNode } from 'react';
import { StatusTag } from './tag';
import type { Tone } from './tone';

export interface Task {
  title: string;
  href?: string;
  state: { label: string; tone: Tone };
  hint?: ReactNode;
  /** Why it cannot be opened yet. */
  blockedBy?: string;
}

export function TaskList({ label, tasks }: { label: string; tasks: Task[] }) {
  return (
    <ul className="task-list" aria-label={label}>
      {tasks.map((task, index) => (
        <TaskRow key={task.title} task={task} stateId={`task-state-${index}`} />
      ))}
    </ul>
  );
}

function TaskRow({ task, stateId }: { task: Task; stateId: string }) {
  const { title, href, state, hint, blockedBy } = task;
  return (
    <li>
      <div>
        {href && !blockedBy ? (
          <a className="text-link task-link" href={href} aria-describedby={stateId}>
            {title}
          </a>
        ) : (
          <span>{title}</span>
        )}
        {hint ? <div className="task-hint">{hint}</div> : null}
        {blockedBy ? <div className="task-hint">{blockedBy}</div> : null}
      </div>
      <span id={stateId}>
        <StatusTag {...state} />
      </span>
    </li>
  );
}
