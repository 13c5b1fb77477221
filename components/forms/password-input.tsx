'use client';

import { useState } from 'react';
import { FieldInput } from './field-input';

interface PasswordInputProps {
  name: string;
  id: string;
  hintId?: string;
  disabled?: boolean;
  autoComplete: 'current-password' | 'new-password';
}

export function PasswordInput({ name, id, hintId, disabled, autoComplete }: PasswordInputProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="control-row">
      <FieldInput
        {...{ name, id, hintId, disabled, autoComplete }}
        type={isShown ? 'text' : 'password'}
        autoCapitalize="off"
        spellCheck={false}
        className="control control-half"
      />
      <button
        type="button"
        className="button button-secondary button-small needs-script"
        aria-pressed={isShown}
        aria-controls={id}
        onClick={() => setIsShown(!isShown)}
      >
        {isShown ? '隐藏' : '显示'}
        <span className="sr-only">密码</span>
      </button>
    </div>
  );
}
