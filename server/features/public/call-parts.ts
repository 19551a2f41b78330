import type { Settings } from '../../../shared/contract/settings.ts';
import { formatYuan } from '../../../shared/units.ts';
import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import { timeWords } from './dates.ts';

/** What decides in a minute whether to apply: who, how much, until when, with what. */
export function fourAnswers({ money, timeline }: Settings): Markup {
  const floor = money.floor > 0 ? `，不少于${formatYuan(money.floor)}元` : '';
  return markup`<section>
<dl class="answers">
<div><dt>谁能报</dt><dd>登记的社会组织；没有登记的居民团队、备案类社区社会组织也能报，由一家承接单位（社会组织、社区社会组织联合会或居委会）一起申报。每个申报主体最多报${money.perApplicant}个项目。</dd></div>
<div><dt>资助多少</dt><dd>每个项目最多<b>${formatYuan(money.ceiling)}元</b>${floor}；资金总额${formatYuan(money.pool)}元。${sourceWords(money.source)}</dd></div>
<div><dt>什么时候截止</dt><dd><b>${timeWords(timeline.deadline)}</b>，以服务器时间为准。截止前可以先交，再接着改。到截止时间已经填完整、还没点提交的，系统自动提交；不要自动提交的，在核对页去掉勾。</dd></div>
<div><dt>要准备什么</dt><dd>登记证书（居民团队是承接单位的授权书），拍照就行；网上填的申报书：基本信息、社区的需求、做什么、团队和居民、目标、预算；填完打印盖章页，盖章拍照上传，补正结束前都可以交。</dd></div>
</dl>
</section>`;
}

const sourceWords = (source: string): string => (source === '' ? '' : `资金来源：${source}。`);

/** Categories, places and what the money may be spent on. */
export const listsPart = ({ tracks, communities, budgetGuidance }: Settings): Markup => markup`<section>
<h2>项目类别</h2>
<ul>
${tracks.map(
  ({ name, description }) => markup`<li><b>${name}</b> ${description}</li>
`,
)}</ul>
<h2>在哪里做</h2>
<ul>
${communities.map(
  ({ name, task }) => markup`<li><b>${name}</b> ${task}</li>
`,
)}</ul>
${
  budgetGuidance.length === 0
    ? null
    : markup`<h2>预算怎么编</h2>
<ul>
${budgetGuidance.map(
  (line) => markup`<li>${line}</li>
`,
)}</ul>`
}
</section>`;

/** A telephone to be tapped. */
export const phoneLink = (phone: string): Markup =>
  markup`<a class="phone" href="tel:${phone.replace(/[^0-9+]/g, '')}">${phone}</a>`;

/** Whom to ask. */
export function contactPart({ contact, operator }: Settings): Markup {
  const { office, phone, hours } = contact;
  return markup`<section>
<h2>不会填、有疑问</h2>
<p>${office === '' ? operator.name : office}${phone === '' ? null : markup`，电话 ${phoneLink(phone)}`}${hours === '' ? null : `，${hours}`}。</p>
<p>报名要用手机号和8位报名码，报名码找承办方领。也可以请社区工作人员代填，纸质材料由承办方代录。</p>
</section>`;
}
