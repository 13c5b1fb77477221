import { beforeEach, describe, expect, it } from 'vitest';
import { differingNames, fillForm, formValues, labelOf, sameValues, wordsOf } from './form-values';

let form: HTMLFormElement;

beforeEach(() => {
  document.body.innerHTML = `
    <form>
      <input type="hidden" name="$ACTION_ID_1" value="x">
      <input type="hidden" name="applicationId" value="a1" data-autosave="off">
      <input type="hidden" name="unitId" value="">
      <div class="field"><label class="field-label" for="name">姓名<span>（选填）</span></label>
      <input id="name" name="name" value="王示例"></div>
      <textarea name="summary">业绩</textarea>
      <select name="education"><option value=""></option><option value="MASTER" selected>硕士</option></select>
      <fieldset class="field"><legend>指导方向</legend>
        <input type="checkbox" name="topics" value="a" checked><input type="checkbox" name="topics" value="b" checked>
      </fieldset>
      <input type="radio" name="category" value="x"><input type="radio" name="category" value="y" checked>
      <input type="password" name="password" value="secret-word">
      <input type="file" name="scan">
    </form>`;
  const found = document.querySelector('form');
  if (!found) throw new Error('the form is missing');
  form = found;
});

describe('form values', () => {
  it('holds what was typed, without passwords, files and marks', () => {
    expect(formValues(form)).toEqual({
      unitId: '',
      name: '王示例',
      summary: '业绩',
      education: 'MASTER',
      topics: ['a', 'b'],
      category: 'y',
    });
  });

  it('puts values back as if they had been typed', () => {
    let heard = 0;
    form.addEventListener('input', () => heard++);
    fillForm(form, { name: '李示例', topics: 'b', category: 'x', education: '', unitId: 'u1' });
    expect(formValues(form)).toEqual({
      unitId: 'u1',
      name: '李示例',
      summary: '',
      education: '',
      topics: 'b',
      category: 'x',
    });
    expect(heard).toBeGreaterThan(0);
  });

  it('names an input by the words above it', () => {
    expect(labelOf(form, 'name')).toBe('姓名');
    expect(labelOf(form, 'topics')).toBe('指导方向');
  });

  it('says a choice in its words', () => {
    expect(wordsOf(form, 'education', 'MASTER')).toBe('硕士');
    expect(wordsOf(form, 'name', '王示例')).toBe('王示例');
    expect(wordsOf(form, 'name', undefined)).toBe('（空）');
  });

  it('takes blank, missing and trimmed for the same', () => {
    expect(sameValues({ a: ' 文字\r\n二 ', b: '', c: ['一'] }, { a: '文字\n二', c: '一' })).toBe(true);
    expect(differingNames({ a: '一' }, { a: '二', b: '三' })).toEqual(['a', 'b']);
  });
});
