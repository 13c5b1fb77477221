import { idCheckCharacter } from '@/lib/kernel/id-number';
import { expect, type Page } from '@playwright/test';

export interface NewPerson {
  name: string;
  mobile: string;
  idNumber: string;
  password: string;
}

/** Two workers begin at different places; the first hundred belong to the seeded persons. */
let made = Math.floor(Math.random() * 9900);

/** Invented: the region 320000 begins no real number, mobiles are of the block kept for examples. */
export function newPerson(name: string): NewPerson {
  made = (made + 1) % 9900;
  const serial = 100 + made;
  const first17 = `320000${1980 + (serial % 10)}0615${String(Math.floor(serial / 10)).padStart(3, '0')}`;
  return {
    name,
    mobile: `1990000${String(serial).padStart(4, '0')}`,
    idNumber: first17 + idCheckCharacter(first17),
    password: 'Rocket-2031-示例',
  };
}

export async function register(page: Page, person: NewPerson): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('手机号').fill(person.mobile);
  await page.getByRole('button', { name: /获取验证码|发送验证码/ }).click();
  await expect(page.getByText(/验证码已发送/).first()).toBeVisible();
  await page.getByLabel('短信验证码').fill(await codeSentTo(page, person.mobile));
  await page.getByLabel('姓名').fill(person.name);
  await page.getByLabel('证件号码').fill(person.idNumber);
  await page.getByLabel('设置密码').fill(person.password);
  for (const tick of await page.locator('form input[type=checkbox]').all()) await tick.check();
  await page.getByRole('button', { name: '注册', exact: true }).click();
  await expect(page.getByRole('button', { name: '退出' }).first()).toBeAttached();
}

/** Reads the demo outbox in a tab of its own, as a person looks at the phone. */
export async function codeSentTo(page: Page, mobile: string): Promise<string> {
  const phone = await page.context().newPage();
  await phone.goto(`/personas/outbox?to=${mobile.slice(-4)}`);
  const text = await phone.getByRole('list', { name: '消息' }).getByRole('listitem').first().innerText();
  await phone.close();
  const [code] = /(?<!\d)\d{6}(?!\d)/.exec(text) ?? [];
  if (!code) throw new Error(`no code in: ${text}`);
  return code;
}

export async function enterAs(page: Page, persona: string): Promise<void> {
  await page.goto(`/personas/${persona}`);
  await page.getByRole('button', { name: /^以.+身份进入$/ }).click();
  await expect(page.getByRole('button', { name: '退出' }).first()).toBeAttached();
}
