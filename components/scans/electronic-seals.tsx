import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { KeyValue } from '@/components/ui/key-value';
import { Tag } from '@/components/ui/tag';
import {
  revocationSentence,
  sealAdvice,
  sealVerdictNames,
  signatureSentence,
  signatureTone,
  signedAtWords,
  tones,
} from '@/lib/files/electronic-seals/labels';
import { judgeSignature, type SealSignature, type SealSignatures } from '@/lib/files/electronic-seals/schema';
import { longDateTime } from '@/lib/kernel/dates';

interface ElectronicSealsProps {
  fileName: string;
  signatures: SealSignatures;
  /** Of the applicant; what the certificates say is set beside it. */
  unit: { name: string; creditCode: string } | null;
  heading?: 'h2' | 'h3';
}

/** What the electronic signatures in a PDF are worth, for the applicant and for staff alike. */
export function ElectronicSeals({ fileName, signatures: { verdict, signatures }, unit, heading }: ElectronicSealsProps) {
  return (
    <section className="stack-small" aria-label={`“${fileName}”的电子签章`}>
      <Banner tone={tones[verdict]} title={`“${fileName}”：${sealVerdictNames[verdict]}`} live>
        {sealAdvice[verdict]}
        {revocationSentence}
      </Banner>
      {signatures.map((signature) => (
        <Signature key={signature.field} signature={signature} unit={unit} heading={heading} />
      ))}
    </section>
  );
}

const verdictWords = { valid: '有效', invalid: '无效', cannot_tell: '待核验' } as const;

function Signature({ signature, unit, heading }: { signature: SealSignature } & Pick<ElectronicSealsProps, 'unit' | 'heading'>) {
  const { role, signerName, organisation, issuer, creditCode, signedAt, algorithm } = signature;
  const who = signerName ?? '签章人不详';
  return (
    <Card
      title={role === 'timestamp' ? `时间戳：${who}` : who}
      heading={heading}
      action={<Tag tone={signatureTone(signature)}>{verdictWords[judgeSignature(signature)]}</Tag>}
    >
      <p>{signatureSentence(signature)}</p>
      <KeyValue
        items={[
          ...(organisation && organisation !== signerName ? [{ term: '证书中的单位', value: organisation }] : []),
          ...(issuer ? [{ term: '发证机构', value: issuer }] : []),
          ...(creditCode ? [{ term: '证书中的信用代码', value: comparedCode(creditCode, unit) }] : []),
          ...(signedAt
            ? [{ term: `签章时间（${signedAtWords[signedAt.source]}）`, value: longDateTime(new Date(signedAt.at)) }]
            : []),
          ...(algorithm ? [{ term: '密码算法', value: algorithm }] : []),
        ]}
      />
    </Card>
  );
}

function comparedCode(creditCode: string, unit: ElectronicSealsProps['unit']): string {
  if (!unit) return creditCode;
  return unit.creditCode === creditCode ? `${creditCode}，与所在单位一致` : `${creditCode}，与所在单位（${unit.creditCode}）不同，请核对`;
}
