/** The 31 signs of GB 32100-2015; I, O, S, V and Z are left out because they look like 1, 0, 5 and 2. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Places 3–8 are the administrative division, digits only. */
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
/** GB 11714-1997, places 1–8 of the organization code (places 9–16 of the whole). */
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export type CreditCodeFault =
  | { kind: 'format'; message: string }
  /** `expected`: the last sign that the first 17 places ask for. */
  | { kind: 'checksum'; expected: string; message: string };

/** The code as it is stored: full-width signs made narrow, capitals, without blanks and hyphens. */
export const normalizeCreditCode = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');

/**
 * What is wrong with a unified social credit code (统一社会信用代码, GB 32100-2015), or null. A format fault can only be
 * a slip. A checksum fault is not always one: some codes of the early pilots fail it, so that a person may keep such
 * a code with a reason.
 * @param code normalized, see `normalizeCreditCode`
 */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (!FORM.test(code)) return { kind: 'format', message: formatMessage(code) };
  const expected = checkSign(code);
  if (code[17] === expected) return null;
  const where = organizationCheckHolds(code)
    ? '第 9—17 位自身是相符的，请先核对最后一位和前 8 位'
    : '第 9—17 位也对不上，请先核对中间几位';
  return {
    kind: 'checksum',
    expected,
    message: `代码的末位与前 17 位对不上（按国标推算应为 ${expected}）。${where}；与证书一致的，请写明情况后保留`,
  };
}

/** The 18th sign: (31 − Σ value × 3^(i−1) mod 31) mod 31 over places i = 1…17. */
function checkSign(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const sign of code.slice(0, 17)) {
    sum += SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return SIGNS.charAt((31 - (sum % 31)) % 31);
}

/**
 * The inner check of GB 11714: place 17 against places 9–16, digits as they are and letters from A = 10.
 * Only a hint about where a slip stands; it decides nothing.
 * @param code of the right format
 */
export function organizationCheckHolds(code: string): boolean {
  const sum = ORGANIZATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(code.charAt(8 + i), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return code[16] === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}

function formatMessage(code: string): string {
  if (code.length !== 18) return `统一社会信用代码应为 18 位，现在是 ${code.length} 位，请对照证书补全`;
  if (/[IOSVZ]/.test(code)) return '代码里没有字母 I、O、S、V、Z，请核对是不是数字 1、0、5、2';
  if (!/^.{2}[0-9]{6}/.test(code)) return '代码的第 3—8 位应全是数字，请对照证书核对';
  return '代码里只能有数字和大写字母，请对照证书核对';
}
