import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyValue } from '@/components/ui/key-value';
import { LoadingLine } from '@/components/ui/loading-line';
import { MaskedValue } from '@/components/ui/masked-value';
import { Money } from '@/components/ui/money';
import { PrintSheet } from '@/components/ui/print-sheet';
import { Prose } from '@/components/ui/prose';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { revealAction } from './actions';

const notice = `各有关单位：

现将有关事项通知如下：

## 一、认证时间

1. 申报时间：**2025 年 1 月 20 日至 2025 年 3 月 3 日**；
2. 笔试：具体安排另行通知。

## 二、注意事项

- 申请人只可选择其中一个级别进行申报，且申报后不允许更换；
- 详见 [全部认证](/certifications)。`;

export function RecordPart() {
  return (
    <div className="stack">
      <h2>按钮</h2>
      <ButtonRow>
        <Button type="button">保存并继续</Button>
        <Button type="button" variant="secondary">
          保存并稍后继续
        </Button>
        <Button type="button" variant="danger">
          撤回申报
        </Button>
        <Button type="button" variant="quiet">
          取消
        </Button>
        <Button type="button" disabled>
          暂不能提交
        </Button>
        <ButtonLink href="#file" variant="secondary" icon="download">
          下载申报书
        </ButtonLink>
      </ButtonRow>
      <ConfirmDialog id="confirm-level" trigger="提交申报" title="提交后不允许更换级别">
        <p>
          您将申报“江苏省初级科技辅导员专业水平认证”。通知规定：申请人只可选择其中一个级别进行申报，且申报后不允许更换。
        </p>
        <ButtonRow>
          <Button type="button">确认提交，申报初级</Button>
        </ButtonRow>
      </ConfirmDialog>

      <h2>核对内容</h2>
      <SummaryList
        title="基本信息"
        action={{ href: '#basic', label: '修改基本信息' }}
        rows={[
          { term: '姓名', value: '王示例', change: { href: '#name' } },
          { term: '工作单位', value: '南京市示例中学', change: { href: '#unit' } },
          { term: '电子邮箱', value: '', missing: '未填写', change: { href: '#email', label: '填写' } },
        ]}
      />
      <Card title="订单信息" action={<TextLink href="#order">查看订单</TextLink>}>
        <KeyValue
          columns={3}
          items={[
            { term: '订单总金额', value: <Money fen={10000} emphasis /> },
            { term: '已支付金额', value: <Money fen={0} /> },
            { term: '订单编号', value: 'demo028202501131511110000001' },
            { term: '订单状态', value: '未支付' },
            { term: '订单创建时间', value: '2025-01-13 15:11' },
            {
              term: '手机号',
              value: <MaskedValue label="手机号" masked="199****0001" reveal={revealAction} fields={{ id: 'demo' }} />,
            },
          ]}
        />
      </Card>
      <Disclosure summary="报名条件怎样判断">
        <p>每一条都写明依据的通知原文，以及您填写的哪一项决定了结果。</p>
      </Disclosure>

      <h2>空白、载入</h2>
      <EmptyState title="您还没有申报" action={<ButtonLink href="/certifications">查看全部认证</ButtonLink>}>
        选择省份和级别后，先做报名条件自查，再开始填写。
      </EmptyState>
      <LoadingLine />

      <h2>公告正文</h2>
      <Prose text={notice} />

      <h2>打印页</h2>
      <PrintSheet title="盖章清单">
        <p>本单位共 2 人申报，申报书随后附上。</p>
      </PrintSheet>
    </div>
  );
}
