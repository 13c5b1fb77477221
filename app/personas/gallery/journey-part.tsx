import { MyMenu } from '@/components/shell/my-menu';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { ProgressBar } from '@/components/ui/progress-bar';
import { StageSteps } from '@/components/ui/stage-steps';
import { StampNote } from '@/components/ui/stamp-note';
import { Steps } from '@/components/ui/steps';
import { StatusTag } from '@/components/ui/tag';
import { TaskList } from '@/components/ui/task-list';
import { Timeline } from '@/components/ui/timeline';
import { TurnCard } from '@/components/ui/turn-card';

const now = '2025-03-01T11:40:00Z';
const until = '2025-03-03T15:59:59Z';

export function JourneyPart() {
  return (
    <div className="stack">
      <h2>个人菜单</h2>
      <MyMenu current="certifications" />

      <h2>轮到谁、下一步、何时截止</h2>
      <TurnCard
        where="等待盖章扫描件"
        turn={{ who: '申请人', isYours: true }}
        next="打印申报书，签字并加盖所在单位公章，再上传扫描件。"
        by={
          <>
            2025年3月3日 23:59，
            <Countdown until={until} now={now} />
          </>
        }
        action={
          <>
            <ButtonLink href="#print">打印申报书</ButtonLink>
            <ButtonLink href="#scan" variant="secondary" icon="upload">
              上传盖章扫描件
            </ButtonLink>
          </>
        }
      />
      <TurnCard
        where="等待资格审查"
        turn={{ who: '江苏省青少年科技教育协会', isYours: false }}
        next="协会审查您的材料，结果会发短信通知您。"
      />
      <StageSteps
        stages={[
          { title: '填写申报书', state: 'done', when: '2月20日' },
          { title: '盖章与缴费', state: 'current', when: '截止 3月3日' },
          { title: '资格审查', state: 'ahead' },
          { title: '笔试', state: 'ahead', when: '3-4月' },
          { title: '业绩成果评审', state: 'ahead' },
          { title: '答辩', state: 'ahead' },
        ]}
      />

      <h2>任务列表</h2>
      <ProgressBar label="申报书" value={5} max={8} text="已完成 5 / 8 项" />
      <TaskList
        label="申报书各部分"
        tasks={[
          { title: '基本信息', href: '#basic', state: { label: '已完成', tone: 'success' } },
          {
            title: '申报类别与工作单位',
            href: '#unit',
            state: { label: '未完成', tone: 'info' },
            hint: '还缺：工作单位',
          },
          { title: '业绩成果', href: '#work', state: { label: '需修改', tone: 'danger' }, hint: '第 2 项缺证明材料' },
          {
            title: '核对并提交',
            state: { label: '暂不能开始', tone: 'neutral' },
            blockedBy: '填完以上各部分后可以核对。',
          },
        ]}
      />

      <h2>提示</h2>
      <Banner tone="info" title="请留意新的截止日期">
        <p>申报于 2025年3月3日 23:59 截止，请合理安排时间。</p>
      </Banner>
      <Banner tone="success" title="已收到盖章扫描件">
        <p>缴费后申报完成。</p>
      </Banner>
      <Banner
        tone="warning"
        title="申报后不允许更换级别"
        action={
          <ButtonLink href="#rules" variant="secondary" size="small">
            查看通知原文
          </ButtonLink>
        }
      >
        <p>每人每年度只可选择一个级别申报，提交后不能改为其他级别。</p>
      </Banner>
      <Banner tone="danger" title="扫描件不是最新版本">
        <p>您上传的是第 1 版，当前为第 2 版。请重新打印第 3、7 页并盖章。</p>
      </Banner>
      <StampNote>协会从未委托或授权任何校外机构或个人开展代办、代报等业务。</StampNote>

      <h2>办理记录</h2>
      <Timeline
        entries={[
          {
            at: '2025年3月1日 19:40',
            title: '退回修改',
            by: '江苏省青少年科技教育协会',
            body: '第 2 项业绩成果的证明看不清，请重新上传。',
            tone: 'danger',
          },
          { at: '2025年2月26日 09:12', title: '提交申报', by: '王示例' },
          { at: '2025年2月20日 15:03', title: '开始申报', by: '王示例' },
        ]}
      />

      <h2>状态</h2>
      <p className="button-row">
        <StatusTag tone="neutral" label="未开始" />
        <StatusTag tone="info" label="办理中" />
        <StatusTag tone="success" label="已完成" />
        <StatusTag tone="warning" label="待通知" />
        <StatusTag tone="danger" label="退回修改" />
      </p>

      <h2>怎样办理</h2>
      <Steps
        items={[
          { title: '注册账号', body: '用手机号注册，填写与身份证一致的姓名。' },
          { title: '选择级别', body: '在“全部认证”中选择“江苏省”，先做报名条件自查。' },
          { title: '填写、盖章、缴费', body: '打印申报书盖章后上传，材料和缴费都完成，申报才算完成。' },
        ]}
      />
    </div>
  );
}
