'use client';

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { FieldInput } from './field-input';
import { useAnswerFor } from './form-context';
import { type UnitChoice, useUnitSearch } from './use-unit-search';

interface UnitComboboxProps {
  name: string;
  id: string;
  hintId?: string;
  defaultValue?: string;
  disabled?: boolean;
  idName: string;
  defaultId?: string;
  search: (text: string) => Promise<UnitChoice[]>;
  notFound?: ReactNode;
}

export function UnitCombobox({ idName, defaultId = '', search, notFound, ...wiring }: UnitComboboxProps) {
  const { typed } = useAnswerFor(idName);
  const input = useRef<HTMLInputElement>(null);
  const [chosenId, setChosenId] = useState(typeof typed === 'string' ? typed : defaultId);
  const [active, setActive] = useState(-1);
  const { results, isOpen, words, find, close } = useUnitSearch(search);
  const listId = `${wiring.id}-list`;

  function choose(choice: UnitChoice | undefined) {
    if (!choice || !input.current) return;
    input.current.value = choice.title;
    setChosenId(choice.id);
    close();
    // Tells the form that it has changed, once the hidden input has its new value.
    queueMicrotask(() => input.current?.dispatchEvent(new Event('change', { bubbles: true })));
  }

  function type(text: string) {
    setChosenId('');
    setActive(-1);
    find(text);
  }

  const keys: Record<string, () => void> = {
    ArrowDown: () => setActive((active + 1) % results.length),
    ArrowUp: () => setActive((active - 1 + results.length) % results.length),
    Enter: () => choose(results[active]),
    Escape: close,
  };

  function press(event: KeyboardEvent) {
    const act = isOpen && results.length > 0 ? keys[event.key] : undefined;
    if (!act || (event.key === 'Enter' && active < 0)) return;
    event.preventDefault();
    act();
  }

  return (
    <div className="combobox">
      <input type="hidden" name={idName} value={chosenId} />
      <FieldInput
        {...wiring}
        ref={input}
        type="text"
        autoComplete="off"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && isOpen ? `${listId}-${active}` : undefined}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={close}
      />
      <div id={listId} role="listbox" aria-label="找到的单位" className="combobox-list" hidden={!isOpen}>
        {results.map((choice, index) => (
          <UnitOption
            key={choice.id}
            id={`${listId}-${index}`}
            choice={choice}
            isActive={index === active}
            onChoose={choose}
          />
        ))}
      </div>
      <p className="field-hint min-h-[1.7em]" role="status">
        {chosenId ? '已选定' : words}
      </p>
      {words === '没有找到' ? notFound : null}
    </div>
  );
}

interface UnitOptionProps {
  id: string;
  choice: UnitChoice;
  isActive: boolean;
  onChoose: (choice: UnitChoice) => void;
}

function UnitOption({ id, choice, isActive, onChoose }: UnitOptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input, which points here.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(choice)}
    >
      {choice.title}
      {choice.detail ? <span className="field-hint block">{choice.detail}</span> : null}
    </div>
  );
}
