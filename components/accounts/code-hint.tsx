import { TextLink } from '../ui/text-link';

/** Where the code arrives; in the demo nothing leaves the machine. */
export function CodeHint({ isDemo }: { isDemo: boolean }) {
  if (!isDemo) return <>6 位数字，10 分钟内有效。收不到时请检查号码和短信拦截。</>;
  return (
    <>
      6 位数字，10 分钟内有效。演示环境不发短信，请到
      <TextLink href="/personas/outbox" newTab>
        演示发件箱
      </TextLink>
      查看。
    </>
  );
}
