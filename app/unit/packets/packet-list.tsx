import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { ShownPacket } from '@/lib/applications/packet/packet-queries';
import { longDateTime } from '@/lib/kernel/dates';

/** What was asked for: being made, ready, or gone after its time. The page can be left meanwhile. */
export function PacketList({ packets }: { packets: ShownPacket[] }) {
  if (packets.length === 0) return null;
  return (
    <section className="stack-small" id="packets">
      <h2>已生成的文件</h2>
      <p className="field-hint">文件保留 30 天，之后可以重新生成。本单位的其他管理员也能看到。</p>
      {packets.map((packet) => (
        <Card key={packet.id} title={`盖章清单 ${packet.number}`} action={<Download packet={packet} />}>
          <div className="stack-small">
            <p>
              {packet.forms} 份申报书，{packet.isDuplex ? '双面' : '单面'}
              {packet.pages ? `，连清单共 ${packet.pages} 页` : ''}。{longDateTime(packet.createdAt)} 由
              {packet.createdByName}生成。
            </p>
            <Progress packet={packet} />
            {packet.leftOut.length > 0 ? (
              <Banner tone="warning" title="有的申报书没有放入">
                {packet.leftOut.join('')}
              </Banner>
            ) : null}
          </div>
        </Card>
      ))}
    </section>
  );
}

function Progress({ packet: { status, isStuck, done, forms } }: { packet: ShownPacket }) {
  if (status === 'READY') return null;
  if (isStuck) {
    return (
      <Banner tone="danger" title="没有生成成功">
        请重新生成；仍然不行的，请联系技术咨询人员。
      </Banner>
    );
  }
  return <ProgressBar label="正在生成，可以离开本页，稍后再来" value={done} max={forms} text={`${done} / ${forms} 份`} />;
}

function Download({ packet: { id, status, purgedAt, bytes } }: { packet: ShownPacket }) {
  if (status !== 'READY') return null;
  if (purgedAt) return <span className="field-hint">已过保留期</span>;
  const megabytes = ((bytes ?? 0) / 1024 / 1024).toFixed(1);
  return (
    <ButtonLink href={`/unit/packets/${id}/pdf`} size="small" icon="download">
      {`下载 PDF（${megabytes} MB）`}
    </ButtonLink>
  );
}
