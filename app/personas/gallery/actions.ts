'use server';

import { notFound, redirect } from 'next/navigation';
import { env } from '@/lib/env';
import type { FormState } from '@/lib/kernel/form-state';

/** Refuses an empty name, and gives back what was typed. */
export async function tryFormAction(_previous: FormState, data: FormData): Promise<FormState> {
  insistOnDemo();
  const values = Object.fromEntries([...data.keys()].map((name) => [name, data.getAll(name).map(String)]));
  const typed = Object.fromEntries(
    Object.entries(values).map(([name, [first = '', ...more]]) => [name, more.length > 0 ? [first, ...more] : first]),
  );
  if (data.get('intent') === 'later') redirect('/personas/gallery');
  if (data.get('intent') === 'send-code') return { status: 'done', message: '验证码已发送。', values: typed };
  const fieldErrors: Record<string, string[]> = {};
  if (!data.get('name')) fieldErrors.name = ['请填写姓名，与身份证一致。'];
  if (!data.get('category')) fieldErrors.category = ['请选择申报类别。'];
  if (!data.get('declaration')) fieldErrors.declaration = ['请先勾选承诺书。'];
  if (Object.keys(fieldErrors).length > 0) return { status: 'refused', fieldErrors, values: typed };
  return { status: 'done', message: '已保存。' };
}

export async function sendCodeAction(): Promise<FormState> {
  insistOnDemo();
  return { status: 'done', message: '验证码已发送，10 分钟内有效。' };
}

export async function revealAction(): Promise<FormState> {
  insistOnDemo();
  return { status: 'done', values: { value: '199 0000 0001' } };
}

export async function findUnitsAction(text: string) {
  insistOnDemo();
  const units = [
    { id: 'unit-1', title: '南京市示例中学', detail: '江苏省南京市玄武区' },
    { id: 'unit-2', title: '南京市示例小学', detail: '江苏省南京市鼓楼区' },
    { id: 'unit-3', title: '苏州市示例幼儿园', detail: '江苏省苏州市姑苏区' },
  ];
  return units.filter((unit) => unit.title.includes(text));
}

export async function fileUploadAction(): Promise<FormState> {
  insistOnDemo();
  return { status: 'done' };
}

function insistOnDemo(): void {
  if (!env.isDemo) notFound();
}
