import { Card } from '@/components/ui/card';
import { KeyValue } from '@/components/ui/key-value';
import { MaskedValue } from '@/components/ui/masked-value';
import { TextLink } from '@/components/ui/text-link';
import { sexNames } from '@/lib/applications/labels';
import type { Dossier } from '@/lib/applications/review-queries';
import { judge } from '@/lib/applications/policy';
import type { Actor } from '@/lib/kernel/actor';
import { tableDateTime } from '@/lib/kernel/dates';
import { maskIdNumber, maskMobile } from '@/lib/kernel/masking';
import { yuan } from '@/lib/kernel/money';
import { fields } from '@/lib/secrets';
import { revealAction } from './actions';

interface DossierFactsProps {
  dossier: Dossier;
  actor: Actor;
  now: Date;
}

/** Who, where, paid what: the six facts of R43 and the order, numbers masked. */
export function DossierFacts({ dossier, actor, now }: DossierFactsProps) {
  const { person, unit } = dossier;
  const mayReveal = judge(actor, 'reveal_identity', dossier, now).answer === 'yes';
  const masked = (what: 'document' | 'phone', label: string, text: string) => (
    <MaskedValue
      label={label}
      masked={text}
      reveal={mayReveal ? revealAction : undefined}
      fields={{ applicationId: dossier.id, what }}
    />
  );
  return (
    <Card>
      <KeyValue
        columns={3}
        items={[
          { term: '考生姓名', value: person.name },
          { term: '性别', value: person.sex ? sexNames[person.sex] : '—' },
          { term: '手机号', value: masked('phone', '手机号', maskMobile(fields().open(person.phoneCipher))) },
          {
            term: '身份证号',
            value: masked('document', '身份证号', maskIdNumber(fields().open(person.documentCipher))),
          },
          { term: '工作单位', value: unit ? `${unit.name}（${unit.creditCode}）` : '—' },
          { term: '提交时间', value: dossier.submittedAt ? tableDateTime(dossier.submittedAt) : '—' },
          { term: '订单', value: paidWords(dossier) },
          { term: '审核人', value: dossier.claimedBy?.name ?? '尚未领取' },
          ...(judge(actor, 'see_audit', dossier, now).answer === 'yes'
            ? [
                {
                  term: '记录',
                  value: <TextLink href={`/office/applications/${dossier.id}/audit`}>查看全部操作记录</TextLink>,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

/** His own order or his share of the unit's. */
function paidWords(dossier: Dossier): string {
  const [share] = dossier.orderItems;
  const [order] = dossier.orders;
  if (!share) return order ? `${yuan(order.totalFen)}，已支付 ${yuan(order.paidFen)}` : '未生成';
  const by = share.order.unit ? `，由${share.order.unit.name}统一缴费` : '';
  return `${yuan(share.amountFen)}，已支付 ${yuan(share.order.paidAt ? share.amountFen : 0)}${by}`;
}
