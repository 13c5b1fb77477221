import { describe, expect, it } from 'vitest';
import { echoOf, inFormOrder, readFormData } from './form-input';

function formData(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe('what a form sends', () => {
  it('becomes values by name, lists where a name comes twice', () => {
    expect(readFormData(formData(['name', '王示例'], ['reason', 'A'], ['reason', 'B']))).toEqual({
      name: '王示例',
      reason: ['A', 'B'],
    });
  });

  it('leaves out what the framework adds', () => {
    expect(readFormData(formData(['$ACTION_ID_1', ''], ['name', '王']))).toEqual({ name: '王' });
  });

  it('brings nothing that the language or the database trips over', () => {
    const input = readFormData(formData(['__proto__', 'A'], ['__proto__', 'B'], ['constructor', 'C'], ['name', '王\u0000\ud800']));
    expect(Object.entries(input)).toEqual([['name', '王\ufffd']]);
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
  });

  it('is shown again after a refusal, but passwords and files are not', () => {
    const data = formData(['name', '王'], ['newPassword', 'Secret-1']);
    data.append('photo', new File(['x'], 'x.jpg'));
    expect(echoOf(readFormData(data))).toEqual({ name: '王' });
  });

  it('puts the errors in the order of the page, with unticked boxes last', () => {
    const input = readFormData(formData(['mobile', ''], ['name', ''], ['password', '']));
    const errors = { privacy: ['4'], password: ['3'], mobile: ['1'], name: ['2'] };
    expect(Object.keys(inFormOrder(errors, input) ?? {})).toEqual(['mobile', 'name', 'password', 'privacy']);
  });
});
