import { expect, type Locator, type Page } from '@playwright/test';

const farthest = 120;

/** Tab by Tab from where one is, as somebody without a mouse; everything passed must be seen to have the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target, 'what the keyboard looks for').toBeAttached();
  for (let step = 0; step < farthest; step += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(focusFault);
    expect(fault, `${page.url()} after ${step + 1} Tabs`).toBe('');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target} is not reached in ${farthest} Tabs on ${page.url()}`);
}

export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** The arrows move in a group of radios, and in a list. */
export async function arrowTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if (await isThere()) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows do not lead there on ${page.url()}`);
}

/** What is wrong with the focus, in a word; runs in the page. */
function focusFault(): string {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return '';
  const name = `${focused.tagName} ${focused.getAttribute('name') ?? focused.textContent?.trim().slice(0, 20) ?? ''}`;
  const ring = ringOf(focused);
  if (!ring) return `${name} shows no focus`;
  const box = ring.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return `${name} has no size`;
  if (box.bottom <= 0 || box.top >= window.innerHeight) return `${name} is outside the window`;
  if (box.right > document.documentElement.clientWidth + 4) return `${name} is cut at the side`;
  const [x, y] = [box.left + Math.min(box.width, 40) / 2, Math.min(box.top + box.height / 2, window.innerHeight - 1)];
  const seen = document.elementFromPoint(x, Math.max(y, 0));
  return seen && (ring.contains(seen) || seen.contains(ring)) ? '' : `${name} lies under something`;

  function ringOf(element: HTMLElement): HTMLElement | null {
    let candidate: HTMLElement | null = element;
    for (let up = 0; candidate && up < 4; up += 1) {
      const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
      if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) return candidate;
      candidate = candidate.parentElement;
    }
    return null;
  }
}
