import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Disclosure } from '@/components/ui/disclosure';
import { KeyValue } from '@/components/ui/key-value';
import { Tag } from '@/components/ui/tag';
import { Timeline } from '@/components/ui/timeline';
import { judgeApproveAnchor } from '@/lib/files/electronic-seals/policy';
import type { ListedAnchor } from '@/lib/files/electronic-seals/trust-anchors';
import { fileEventNames } from '@/lib/files/labels';
import type { Actor } from '@/lib/kernel/actor';
import { longDateTime, tableDate } from '@/lib/kernel/dates';
import { approveAnchorAction, retireAnchorAction } from './actions';

interface AnchorCardProps {
  anchor: ListedAnchor;
  actor: Actor;
}

export function AnchorCard({ anchor, actor }: AnchorCardProps) {
  const { name, subject, sha256, validFrom, validTo, reason, retirementReason } = anchor;
  return (
    <Card title={name} action={<State anchor={anchor} />}>
      <div className="stack-small">
        <KeyValue
          columns={1}
          items={[
            { term: '证书主体', value: subject.split('\n').join('，') },
            { term: 'SHA-256 指纹', value: <code className="break-all">{sha256.match(/.{4}/g)?.join(' ')}</code> },
            { term: '有效期', value: `${tableDate(validFrom)} 至 ${tableDate(validTo)}` },
            { term: '理由和来源', value: reason },
            ...(retirementReason ? [{ term: '停用原因', value: retirementReason }] : []),
          ]}
        />
        <Steps anchor={anchor} actor={actor} />
        <Disclosure summary="办理记录">
          <Timeline
            entries={anchor.events.map(({ name: event, at, actorName, note }) => ({
              at: longDateTime(at),
              iso: at.toISOString(),
              title: fileEventNames[event] ?? '系统记录',
              by: actorName,
              body: note,
            }))}
          />
        </Disclosure>
      </div>
    </Card>
  );
}

function State({ anchor: { approvedAt, retiredAt } }: { anchor: ListedAnchor }) {
  if (retiredAt) return <Tag>已停用</Tag>;
  return approvedAt ? <Tag tone="success">启用中</Tag> : <Tag tone="warning">等待复核</Tag>;
}

function Steps({ anchor, actor }: AnchorCardProps) {
  const { id, name, retiredAt, approvedAt } = anchor;
  if (retiredAt) return null;
  const approval = judgeApproveAnchor(actor, anchor);
  return (
    <>
      {approval.answer === 'yes' ? (
        <FormShell action={approveAnchorAction} fields={{ anchorId: id }}>
          <p>请到发证机构的网站核对指纹，一致后再启用。</p>
          <SubmitButton size="small">指纹已核对，启用</SubmitButton>
        </FormShell>
      ) : null}
      {approval.answer === 'not_yet' && !approvedAt ? <p>{approval.because}</p> : null}
      <ConfirmDialog
        id={`retire-${id}`}
        trigger="停用"
        triggerVariant="secondary"
        triggerSize="small"
        title={`停用“${name}”？`}
      >
        <p>停用立即生效。以前由它判为有效的电子签章会重新核验，改为由工作人员核验。</p>
        <FormShell action={retireAnchorAction} fields={{ anchorId: id }}>
          <TextArea name="reason" id={`reason-${id}`} label="停用的原因" rows={2} maxCodePoints={500} />
          <SubmitButton variant="danger">停用</SubmitButton>
        </FormShell>
      </ConfirmDialog>
    </>
  );
}
