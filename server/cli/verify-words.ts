import type { Named, VerifyFault } from '../../shared/ledger/verify/report.ts';

const chain = {
  seq: '序号不连续，有删去、插入或调换',
  prev: '与上一条接不上',
  time: '时间早于上一条',
  hash: '内容与哈希不符，被改动过',
} as const;

const opening = {
  entry: '没有对应的留痕',
  field: '留痕中没有封存这一项',
  value: '与封存时的内容不符，被改动过',
  twice: '同一项出现两次',
  kind: '内容不合格式',
} as const;

const judge = ({ id, name }: Named) => `评委“${name}”（${id}）`;
const entry = ({ id, name }: Named) => `项目“${name}”（${id}）`;

/** What a fault of `gongping verify` means, in words for the person who checks. */
export function faultWords(fault: VerifyFault): string {
  switch (fault.code) {
    case 'unreadable':
      return '不是 UTF-8 文本，读不了';
    case 'manifest_form':
      return '缺少或被改动过，无法按清单对照文件';
    case 'manifest_signature':
      return '签名不符：清单本身被改动过，按它所做的对照不可靠';
    case 'manifest_key':
      return '签名用的不是留痕中公布的密钥';
    case 'manifest_competition':
      return '不是这份留痕所属的大赛';
    case 'manifest_ledger':
      return '清单写的留痕条数或末条哈希与 ledger.jsonl 不符';
    case 'bad_line':
      return `第 ${fault.line} 行不合格式`;
    case 'chain':
      return `第 ${fault.seq} 条${chain[fault.fault]}`;
    case 'unknown_entry':
      return `第 ${fault.seq} 条不是本系统会写的操作`;
    case 'head_short':
      return `不足 ${fault.size} 条，少于纸上的条数：后面的留痕被删去了`;
    case 'head_differs':
      return `第 ${fault.size} 条的哈希与纸上的不符：留痕被改写过`;
    case 'opening':
      return `第 ${fault.line} 行${opening[fault.fault]}`;
    case 'scorebook':
      return fault.detail;
    case 'sheet_differs':
      return `${judge(fault.judge)}对${entry(fault.entry)}的评分与留痕中的不一致`;
    case 'sheet_left_out':
      return `留痕中有${judge(fault.judge)}对${entry(fault.entry)}的评分或未评记录，评分册里没有`;
    case 'exclusion_differs':
      return `${entry(fault.entry)}是否退出答辩或被否决，与留痕中的不一致`;
    case 'rules_version':
      return `第 ${fault.seq} 条的规则版本号与前一版接不上`;
    case 'rules_corrected_late':
      return `第 ${fault.seq} 条在已有评分表提交以后更正规则，没有经过两人`;
    case 'rules_unapproved':
      return `第 ${fault.seq} 条更改规则没有另一人复核的记录`;
    case 'signed_other':
      return `第 ${fault.seq} 条签认的不是当时最新的一版结果`;
    case 'signed_open':
      return `第 ${fault.seq} 条签认结果时，还有事情等第二人补签`;
    case 'signed_unapproved':
      return `第 ${fault.seq} 条签认结果没有另一人复核的记录`;
    case 'confirmed_unsigned':
      return `第 ${fault.seq} 条复核名单时，所依据的结果还没有签认`;
    case 'analysis_unsigned':
      return `第 ${fault.seq} 条打开质量分析时，结果还没有签认`;
    case 'rules_differ':
      return '评审指标或计分规则与冻结的规则不一致';
    case 'adjustments_differ':
      return '加减分与留痕中登记的不一致';
    case 'votes_differ':
      return '得票数与留痕中登记的不一致';
    case 'tie_unrecorded':
      return `同分排序 ${fault.order.join('、')} 没有评委组合议的记录`;
    case 'result_unrecorded':
      return '留痕中没有计算结果的记录';
    case 'result_differs':
      return '重新计算的结果与留痕中记录的不一致';
    case 'amounts_form':
      return '读不出项目名称和拟资助金额';
    case 'amount_differs':
      return `“${fault.name}”的拟资助金额与记录的决定不一致`;
    case 'export_differs':
      return `与第 ${fault.seq} 条留痕记录的文件不一致`;
  }
}
