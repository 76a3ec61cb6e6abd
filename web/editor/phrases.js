// What CodeMirror says in its own words, by its English keys: here they are in
// the words of this page. Keys that are missing stay as they are.

const english = {
  "next": "Next",
  "previous": "Previous",
  "all": "Select all",
  "match case": "Match case",
  "regexp": "Regular expression",
  "by word": "Whole words",
  "replace": "Replace",
  "replace all": "Replace all",
  "close": "Close",
  "current match": "Match",
  "folded code": "folded lines",
};

const chinese = {
  "Find": "查找",
  "Replace": "替换为",
  "next": "下一个",
  "previous": "上一个",
  "all": "全选",
  "match case": "区分大小写",
  "regexp": "正则表达式",
  "by word": "全字匹配",
  "replace": "替换",
  "replace all": "全部替换",
  "close": "关闭",
  "current match": "当前匹配",
  "on line": "位于行",
  "replaced match on line $": "已替换第 $ 行的匹配",
  "replaced $ matches": "已替换 $ 处匹配",
  "Fold line": "折叠",
  "Unfold line": "展开",
  "Folded lines": "已折叠行",
  "Unfolded lines": "已展开行",
  "to": "至",
  "folded code": "已折叠的行",
  "unfold": "展开",
  "Control character": "控制字符",
  "Selection deleted": "已删除所选内容",
};

// phrasesOf returns the phrases of a language tag: Chinese, else English.
export const phrasesOf = (language) => /^zh/i.test(language) ? chinese : english;
