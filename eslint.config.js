import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** A rule switched off in a file says why: `// eslint-disable-next-line rule -- reason`. */
const disableNeedsReason = {
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value)) {
            context.report({ loc: comment.loc, message: "Say why the rule is switched off: `-- reason`." });
          }
        }
      },
    };
  },
};

const doubleAssertion = {
  selector: "TSAsExpression > TSAsExpression.expression",
  message: "An assertion through another one silences the compiler: parse, narrow or fix the type.",
};

/** What is shown stays text: React escapes what nobody turns into markup by hand. */
const markup = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: "Markup by hand is how scripts get in: compose elements.",
  },
  {
    selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]",
    message: "Markup by hand is how scripts get in: compose elements.",
  },
];

export default tseslint.config(
  {
    ignores: ["node_modules/", ".next/", "data/", "coverage/", "test-results/", "drizzle/", "next-env.d.ts"],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,tsx,js,mjs,cjs}"],
    extends: [tseslint.configs.recommended],
    plugins: { house: { rules: { "disable-needs-reason": disableNeedsReason } } },
    rules: {
      "house/disable-needs-reason": "error",
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 70, IIFEs: true }],
      "no-console": "error",
      "no-warning-comments": "error",
      "no-restricted-syntax": ["error", doubleAssertion, ...markup],
      eqeqeq: "error",
      "prefer-const": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": ["error", { minimumDescriptionLength: 10 }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/consistent-type-assertions": [
        "error",
        { assertionStyle: "as", objectLiteralTypeAssertions: "never" },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ["{app,bin,db,lib,tests,bench}/**/*.{ts,tsx}", "*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
    },
  },
  { files: ["app/**/*.tsx"], ...reactHooks.configs.flat.recommended },
  {
    files: ["bin/**", "bench/**"],
    rules: { "no-console": "off" },
  },
  {
    files: ["tests/**"],
    rules: { "max-lines-per-function": "off" },
  },
);
