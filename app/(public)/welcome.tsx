import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { Phrases } from '@/components/ui/phrases';
import type { PublicCycle } from '@/lib/catalogue/queries';
import { windowState } from '@/lib/catalogue/window';
import { longDateTime } from '@/lib/kernel/dates';
import { checkHref, cycleHref } from './window-words';

/** What this is, the way in, and the next deadline by the server's clock. */
export function Welcome({ cycle, now }: { cycle: PublicCycle | undefined; now: Date }) {
  return (
    <div className="border-b border-action-line bg-action-tint">
      <div className="mx-auto grid max-w-[70rem] gap-8 px-4 py-8 md:px-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-center lg:gap-10 lg:py-12">
        <div>
          <h1>
            <Phrases text="青少年科技辅导员专业水平认证" />
          </h1>
          <p className="mt-3 max-w-2xl">
            面向组织和指导青少年科技教育活动的教师、高校科学教育相关专业学生和科技工作者。在线填报、盖章提交、缴费、考试和证书查询都在这里办理。
          </p>
          <div className="mt-6">
            <ButtonRow>
              <ButtonLink href={cycle ? cycleHref(cycle) : '/certifications'}>选择级别申报</ButtonLink>
              {cycle ? (
                <ButtonLink href={checkHref(cycle)} variant="secondary">
                  先做资格自查
                </ButtonLink>
              ) : null}
            </ButtonRow>
          </div>
          <p className="mt-2 text-sm text-ink-soft">自查只需一两分钟，不用登录。</p>
        </div>
        {cycle ? <NextDeadline cycle={cycle} now={now} /> : null}
      </div>
    </div>
  );
}

function NextDeadline({ cycle, now }: { cycle: PublicCycle; now: Date }) {
  const state = windowState(cycle, now);
  if (state === 'after') return null;
  const until = state === 'open' ? cycle.applyClosesAt : cycle.applyOpensAt;
  return (
    <section className="rounded-md border border-action-line bg-white p-5" aria-labelledby="next-deadline">
      <h2 id="next-deadline" className="text-base font-normal text-ink-soft">
        {state === 'open' ? '申报截止' : '申报开始'}
      </h2>
      <p className="text-lg">{longDateTime(until)}</p>
      <p className="my-1 text-2xl font-semibold text-action">
        <Countdown until={until.toISOString()} now={now.toISOString()} />
      </p>
      <p className="text-sm text-ink-soft">{cycle.name}</p>
    </section>
  );
}
