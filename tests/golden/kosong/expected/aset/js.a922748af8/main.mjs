import "./lain.mjs";
