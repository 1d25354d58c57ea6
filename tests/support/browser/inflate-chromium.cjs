// Run by launch-browser.ts as a process of its own, since the package decides by its environment where to put what.
require("@sparticuz/chromium").executablePath();
