import { PageHead } from '@/components/shell/page-head';
import { LinkTabs } from '@/components/ui/link-tabs';

interface UnitHeadProps {
  unit: { name: string; creditCode: string };
  current: '/unit' | '/unit/packets' | '/unit/batches' | '/unit/orders' | '/unit/invoices' | '/unit/administrators';
}

/** The head of every page of the unit's desk. */
export function UnitHead({ unit, current }: UnitHeadProps) {
  return (
    <>
      <PageHead
        title={unit.name}
        lead={`统一社会信用代码 ${unit.creditCode}。您只办理本单位人员的申报，不能办理自己的。`}
      />
      <div className="mb-6">
        <LinkTabs
          label="单位工作台"
          current={current}
          tabs={[
            { href: '/unit', label: '人员与申报' },
            { href: '/unit/packets', label: '批量打印' },
            { href: '/unit/batches', label: '批量扫描' },
            { href: '/unit/orders', label: '单位缴费' },
            { href: '/unit/invoices', label: '单位发票' },
            { href: '/unit/administrators', label: '管理员' },
          ]}
        />
      </div>
    </>
  );
}
