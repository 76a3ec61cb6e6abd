// Before anything else: what the policy refuses is counted.
"use strict";
window.refused = [];
addEventListener("securitypolicyviolation", (e) => {
  refused.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber} ${e.target.outerHTML?.slice(0, 300)}`);
});
