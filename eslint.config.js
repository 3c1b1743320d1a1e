// Lint rules: ESLint's recommended set, and the house's own few.
import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["web/vendor/", "web/bundle/", "node_modules/", ".venv/", "dist/", "build/", "bench-results/"] },
  js.configs.recommended,
  {
    rules: {
      "eqeqeq": "error",
      "no-console": "error",
      "no-implicit-globals": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  { files: ["web/src/**/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["web/test/**/*.js", "scripts/**/*.mjs"], languageOptions: { globals: globals.node } },
];
