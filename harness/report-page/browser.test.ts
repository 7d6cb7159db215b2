import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { writeReportPage } from './report-page';
import { findChromium } from './self-test/find-chromium';
import { manyOutcomes } from './self-test/many-outcomes';

jest.setTimeout(120_000);

const [drivers, instances] = [14, 3600];
/** Within how long of being opened the page must answer, in milliseconds. */
const interactiveWithin = 2000;

const executable = findChromium();
if (executable === undefined)
  console.warn('the page is not tested in a browser: install Chromium, or name one with VKEXTERN_CHROMIUM');
const inBrowser = executable === undefined ? describe.skip : describe;

let folder: string;
let address: string;
let browser: Browser;
let page: Page;
let errors: string[];

inBrowser('50,400 outcomes in Chromium', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vkextern-page-'));
    const file = join(folder, 'results.html');
    writeReportPage(file, manyOutcomes(drivers, instances));
    address = pathToFileURL(file).href;
    // Its own sandbox needs rights that containers lack; it opens nothing but the page that was just written.
    browser = await playwright.launch({
      executablePath: executable ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(async () => {
    await page?.close();
    expect(errors).toEqual([]);
  });

  /** Opens the page anew; nothing may be fetched and no error shown until it is closed. */
  async function open(fragment = ''): Promise<number> {
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== address) errors.push(`it fetched ${request.url()}`);
    });
    await page.goto(address + fragment);
    const ready = page.locator('html[data-ready]');
    await ready.waitFor({ state: 'attached' });
    return Number(await ready.getAttribute('data-ready'));
  }

  const found = () => page.locator('#found').textContent();
  const rows = () => page.locator('#grid [role=row]');
  const activeRow = async () => {
    const row = await page.locator('#grid').getAttribute('aria-activedescendant');
    return await page.locator(`#${row} .title`).textContent();
  };

  test('it is interactive within two seconds, with few rows made', async () => {
    const times: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      times.push(await open());
      if (attempt < 2) await page.close();
    }
    // The machine may be busy with other things: the best time is that of the page.
    expect(Math.min(...times)).toBeLessThan(interactiveWithin);
    expect(await found()).toBe('3,600 case instances');
    await page.getByRole('button', { name: 'Open all' }).click();
    expect(await rows().count()).toBeLessThan(120);
    expect(Number(await page.locator('#grid').getAttribute('aria-rowcount'))).toBeGreaterThan(3000);
  });

  test('filters narrow it, and the address says so', async () => {
    await open();
    await page.getByRole('button', { name: /^fail/ }).click();
    expect(await found()).toMatch(/^126 case instances of 3,600: status fail$/);
    await page.getByRole('button', { name: 'only differences' }).click();
    expect(await found()).toMatch(/^36 case/);
    await page.getByText('Area', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'memory' }).check();
    expect(page.url()).toContain('#?status=fail&area=memory&only=differences');
    const narrowed = await found();
    const kept = page.url();
    await page.close();
    await open(kept.slice(address.length));
    expect(await found()).toBe(narrowed);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(await found()).toBe('3,600 case instances');
    expect(page.url()).toBe(address);
  });

  test('the keyboard searches, walks and opens a failure with all that is known of it', async () => {
    await open();
    await page.keyboard.press('/');
    await page.keyboard.type('fence 1200: not_ready');
    await page
      .locator('#found')
      .filter({ hasText: /^1 case instance / })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('End');
    expect(await activeRow()).toContain('place=1200');
    await page.keyboard.press('Enter');
    const details = page.locator('#details');
    expect(await page.locator('#details-heading:focus').count()).toBe(1);
    const text = (await details.textContent()) ?? '';
    for (const part of [
      'What ',
      'asks of a driver must be so.',
      'synchronization-fences-importing',
      'expectedVK_SUCCESS',
      'seenVK_NOT_READY',
      'The last 12 calls',
      'did not return',
      "npx vkextern run '",
      '--driver driver-14',
    ])
      expect(text).toContain(part);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowLeft');
    expect(await activeRow()).toContain('case-');
    await page.keyboard.press('ArrowLeft');
    expect(await rows().locator('[aria-level="5"]').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await details.isHidden()).toBe(true);
  });

  test('a link to an instance opens what is above it and shows it, also within a fold of skips', async () => {
    const id = 'capabilities.topic-14.case-3:handleType=DMA_BUF,place=3587';
    await open(`#${id}`);
    const row = page.locator('[role=row][aria-selected=true]');
    expect(await row.locator('.title').textContent()).toContain('place=3587');
    const box = await row.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(900);
    expect(await page.locator('#details-heading').textContent()).toBe(id);
    expect(await page.locator('#details').textContent()).toContain('the device does not offer DMA_BUF');
  });

  test('a link to a requirement leads there, past a filter that hides it', async () => {
    await open('#memory.topic-3.rule-2?status=crash');
    expect(await found()).toBe('3,600 case instances');
    expect(await page.locator('#details-heading').textContent()).toBe('memory.topic-3.rule-2');
  });

  test('columns can be left out, but never all of them', async () => {
    await open('#?hide=1,2,3');
    expect(await page.locator('#heads .cell').count()).toBe(drivers - 3);
    await page.getByRole('checkbox', { name: 'shown' }).first().check();
    expect(await page.locator('#heads .cell').count()).toBe(drivers - 2);
  });

  test('paper shows topics and failures in place of the tree', async () => {
    await open('#?only=failures&q=fence.topic-3');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('#grid').isVisible()).toBe(false);
    const text = (await page.locator('#print').textContent()) ?? '';
    expect(text).toContain('fence.topic-3');
    expect(text).toMatch(/expected VK_SUCCESS, seen VK_NOT_READY/);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('#print').textContent()).toBe('');
  });
});
