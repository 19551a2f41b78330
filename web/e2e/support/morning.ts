import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import type { Console } from '../../../shared/contract/stage.ts';
import { readModel } from '../../../server/demo/model.ts';
import type { Model } from '../../../server/demo/model.ts';
import { known, officer, operationId } from '../../../server/demo/play.ts';
import { smallModel } from '../../../server/demo/small-model.ts';
import { apply } from '../../../server/demo/story/applying.ts';
import { found } from '../../../server/demo/story/founding.ts';
import { codeOnCard, seatPanel } from '../../../server/demo/story/panel.ts';
import { openHall } from './hall.ts';
import type { Hall } from './hall.ts';
import { launchHallBrowser, signInAs, watchErrors } from './hall-browser.ts';

/** Window of a tablet, in CSS pixels. */
export const landscape = { width: 1024, height: 768 };
export const upright = { width: 768, height: 1024 };
export const desk = { width: 1280, height: 800 };

/** Seven judges of the model, the head of the panel among them; none of them has to recuse from these projects. */
const panel = ['j01', 'j02', 'j03', 'j09', 'j10', 'j11', 'j12'];
/** Projects of the model, with order numbers from 1. */
const projects = ['p14', 'p32', 'p31', 'p01'];

/** A morning in the hall: the panel has its tablets, the order is drawn, nobody has been called yet. */
export interface Morning {
  hall: Hall;
  browser: Browser;
  /** A page in the room, with the cookies of somebody. */
  open: (size: typeof desk, cookies?: ReadonlyMap<string, string>) => Promise<Page>;
  /** The page at an officer's desk. */
  atDesk: (officerId: string, page: string, size?: typeof desk) => Promise<Page>;
  /** A judge of the model, signed in by name and code on a tablet that is theirs or another's. */
  seated: (judge: string, size?: typeof desk, tabletOf?: string) => Promise<Page>;
  /** A tablet that serves the whole panel, enrolled by the code of its card, with the names in view. */
  spareTablet: (no: number, size?: typeof desk) => Promise<Page>;
  /** Taps the name and the code on a tablet that shows the names. */
  signIn: (tablet: Page, judge: string) => Promise<void>;
  nameOf: (judge: string) => string;
  /** What the console shows now. */
  console: () => Promise<Console>;
  /** Everything any page has thrown. */
  errors: () => string[];
  close: () => Promise<void>;
}

/**
 * @param only projects of the model, where not all four are needed
 * @param launch the browser, where it is another
 * @param change of the model before it is told
 */
export async function openMorning(
  only: readonly string[] = projects,
  launch: () => Promise<Browser> = launchHallBrowser,
  change: (model: Model) => Model = (model) => model,
): Promise<Morning> {
  const hall = await openHall(change(withPanel(smallModel(readModel(), only, ''), panel)));
  const { play, origin } = hall;
  await found(play);
  await apply(play);
  await seatPanel(play);
  hall.moveTo('2026-10-16T09:00:00+08:00');
  const browser = await launch();
  const errors: string[][] = [];
  const nameOf = (id: string) => play.model.judges.find((one) => one.id === id)?.name ?? '';

  const open: Morning['open'] = async (size, cookies) => {
    const context = await browser.newContext({ viewport: size });
    const page = await context.newPage();
    errors.push(watchErrors(page));
    if (cookies) await signInAs(page, origin, cookies);
    return page;
  };
  const signIn: Morning['signIn'] = async (tablet, judge) => {
    await tablet.getByRole('button', { name: nameOf(judge) }).click();
    for (const digit of await codeOnCard(play, judge))
      await tablet.getByRole('button', { name: digit, exact: true }).click();
    await tablet.waitForURL(/\/seat\/[^/]+/);
  };
  return {
    hall,
    browser,
    open,
    atDesk: async (id, page, size = desk) => {
      const opened = await open(size, officer(play, id).cookies);
      await opened.goto(`${origin}/o/${play.competition}/${page}`);
      return opened;
    },
    seated: async (judge, size = landscape, tabletOf = judge) => {
      const tablet = await open(size, known(play.tablets, tabletOf).cookies);
      await tablet.goto(`${origin}/seat`);
      expect(await tablet.evaluate(() => isSecureContext)).toBe(false);
      await signIn(tablet, judge);
      return tablet;
    },
    spareTablet: async (no, size = landscape) => {
      const { link } = await officer(play, 'u03').call(contract.devices.invite, {
        params: { competition: play.competition },
        body: { operation: operationId('invite', 'spare', no), seat: null, label: `备用平板 ${no}` },
      });
      const tablet = await open(size);
      await tablet.goto(link);
      await tablet.getByText('请点您的名字').waitFor();
      return tablet;
    },
    signIn,
    nameOf,
    console: () =>
      officer(play, 'u06').call(contract.stage.console, { params: { competition: play.competition } }),
    errors: () => errors.flat(),
    close: async () => {
      await browser.close();
      await hall.close();
    },
  };
}

/** The model with some of its judges only. */
function withPanel(model: Model, judges: readonly string[]): Model {
  const has = ({ judge }: { judge: string }) => judges.includes(judge);
  return {
    ...model,
    judges: model.judges.filter(({ id }) => judges.includes(id)),
    recusals: model.recusals.filter(has),
    disclosures: model.disclosures.filter(has),
    sheets: model.sheets.filter(has),
  };
}
