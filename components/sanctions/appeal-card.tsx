import { Card } from '@/components/ui/card';
import { StatusTag } from '@/components/ui/tag';
import { longDateTime } from '@/lib/kernel/dates';
import { appealStates } from '@/lib/sanctions/labels';
import { FileLinks } from './sanction-files';

interface AppealCardProps {
  appeal: {
    status: keyof typeof appealStates;
    text: string;
    lodgedByName: string;
    lodgedAt: Date;
    decidedByName: string;
    decidedAt: Date | null;
    decisionNote: string;
  };
  files: { id: string; name: string; bytes: number; pages: number }[];
  /** Who decided is named to colleagues only. */
  withNames?: boolean;
}

export function AppealCard({ appeal, files, withNames }: AppealCardProps) {
  const { status, decidedAt, decisionNote } = appeal;
  return (
    <Card
      title={`${appeal.lodgedByName}，${longDateTime(appeal.lodgedAt)}`}
      action={<StatusTag {...appealStates[status]} />}
    >
      <div className="stack-small">
        <p className="whitespace-pre-line">{appeal.text}</p>
        {files.length > 0 ? <FileLinks label="申诉材料" files={files} /> : null}
        {decidedAt ? (
          <p>
            {withNames ? `${appeal.decidedByName}，` : ''}
            {longDateTime(decidedAt)}：{decisionNote}
          </p>
        ) : null}
      </div>
    </Card>
  );
}
