import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/text-link';
import { type Actor, startPages } from '@/lib/kernel/actor';

const doneWords: Record<string, { title: string; body: string }> = {
  reset: { title: '新密码已设置', body: '其他设备上的登录都已退出，请用新密码登录。' },
  withdrawn: { title: '同意已撤回', body: '账号已退出登录。需要继续使用时，登录并重新同意即可。' },
};

interface SignInNewsProps {
  actor: Actor | null;
  done?: string;
  renewsConsent: boolean;
}

/** What has just happened, said above the form. */
export function SignInNews({ actor, done = '', renewsConsent }: SignInNewsProps) {
  const words = doneWords[done];
  if (renewsConsent) {
    return (
      <Banner tone="warning" title="请先确认个人信息处理规则">
        规则已经更新，或者您此前撤回了同意。请阅读后勾选，并再次填写密码登录。
      </Banner>
    );
  }
  if (words) {
    return (
      <Banner tone="success" title={words.title}>
        {words.body}
      </Banner>
    );
  }
  if (!actor || actor.role === 'SYSTEM') return null;
  return (
    <Banner
      tone="info"
      title={`您已经以${actor.name}的身份登录`}
      action={<TextLink href={startPages[actor.role]}>进入</TextLink>}
    >
      换一个账号登录后，现在的登录会退出。
    </Banner>
  );
}
